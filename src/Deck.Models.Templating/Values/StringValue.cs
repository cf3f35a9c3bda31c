namespace Deck.Models.Templating.Values;

/// <summary>Python's str: a sequence of code points.</summary>
public sealed class StringValue(string text) : Value
{
    public string Text { get; } = text;

    public override string TypeName => "str";

    public override bool IsTrue => Text.Length > 0;

    public override string Repr() => $"'{Text}'";

    public override string ToText() => Text;
}
