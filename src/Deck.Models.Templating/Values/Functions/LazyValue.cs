using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Values;

/// <summary>A value made when it is first looked at; in all its behaviour it is that value.</summary>
/// <remarks>For large constants, such as the list of all time zones, that hardly any template reads.</remarks>
internal sealed class LazyValue(Func<Value> create) : Value
{
    private readonly Lazy<Value> inner = new(create);

    public override string TypeName => inner.Value.TypeName;

    public override bool IsTrue => inner.Value.IsTrue;

    public override int? Length => inner.Value.Length;

    public override bool IsSequence => inner.Value.IsSequence;

    public override string Repr() => inner.Value.Repr();

    public override string ToText() => inner.Value.ToText();

    public override IEnumerable<string> MemberNames => inner.Value.MemberNames;

    public override Value? GetAttribute(string name) => inner.Value.GetAttribute(name);

    public override Value? GetItem(Value key) => inner.Value.GetItem(key);

    public override IEnumerator<Value>? Iterate() => inner.Value.Iterate();

    public override IEnumerator<Value>? IterateReversed() => inner.Value.IterateReversed();

    public override bool Equals([NotNullWhen(true)] Value? other) => other is not null && inner.Value.Equals(other is LazyValue lazy ? lazy.inner.Value : other);

    public override int GetHashCode() => inner.Value.GetHashCode();

    internal override Value? GetSlice(SliceBounds bounds) => inner.Value.GetSlice(bounds);

    protected internal override Value? Operate(BinaryOperator op, Value other, bool reflected) => inner.Value.Operate(op, other, reflected);

    protected internal override bool? ContainsItem(Value item) => inner.Value.ContainsItem(item);
}
