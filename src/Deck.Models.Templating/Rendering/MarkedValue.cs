using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Rendering;

/// <summary>A text with the wish of a native filter.</summary>
internal sealed class MarkedValue(string text, StringMarker marker) : Value
{
    public StringMarker Marker { get; } = marker;

    public override string TypeName => "str";

    public override bool IsTrue => text.Length > 0;

    public override int? Length => text.Length;

    public override string Repr() => Of(text).Repr();

    public override string ToText() => text;

    public override IEnumerable<string> MemberNames => Of(text).MemberNames;

    public override Value? GetAttribute(string name) => Of(text).GetAttribute(name);

    public override IEnumerator<Value>? Iterate() => Of(text).Iterate();

    public override bool Equals(Value? other) => other is MarkedValue marked ? marked.ToText() == text : other is StringValue known && known.Text == text;

    public override int GetHashCode() => Of(text).GetHashCode();
}
