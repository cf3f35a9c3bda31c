using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Rendering;

/// <summary>A text with the wish of a native filter: to everything but the rendering it is the str that it holds, as dbt's markers are.</summary>
internal sealed class MarkedValue(string text, StringMarker marker) : Value
{
    private readonly StringValue plain = new(text);

    public StringMarker Marker { get; } = marker;

    public override string TypeName => plain.TypeName;

    public override bool IsTrue => plain.IsTrue;

    public override int? Length => plain.Length;

    public override bool IsSequence => plain.IsSequence;

    public override string Repr() => plain.Repr();

    public override string ToText() => text;

    public override IEnumerable<string> MemberNames => plain.MemberNames;

    public override Value? GetAttribute(string name) => plain.GetAttribute(name);

    public override Value? GetItem(Value key) => plain.GetItem(key);

    public override IEnumerator<Value>? Iterate() => plain.Iterate();

    public override IEnumerator<Value>? IterateReversed() => plain.IterateReversed();

    public override bool Equals([NotNullWhen(true)] Value? other) => plain.Equals(Plain(other));

    public override int GetHashCode() => plain.GetHashCode();

    internal override Value? GetSlice(SliceBounds bounds) => plain.GetSlice(bounds);

    protected internal override Value? Operate(BinaryOperator op, Value other, bool reflected) => plain.Operate(op, Plain(other), reflected);

    protected internal override bool? Order(CompareOperator op, Value other) => plain.Order(op, Plain(other));

    protected internal override bool? ContainsItem(Value item) => plain.ContainsItem(Plain(item));

    protected internal override string Format(string specification) => plain.Format(specification);

    [return: NotNullIfNotNull(nameof(value))]
    private static Value? Plain(Value? value) => value is MarkedValue marked ? marked.plain : value;
}
