namespace Deck.Models.Engine.Planning.Fusing;

/// <summary>A word, name, literal or sign of a piece of SQL.</summary>
/// <param name="Text">As written.</param>
/// <param name="Depth">How many parentheses are open before it; a closing one has the depth of its opening one.</param>
internal sealed record SqlToken(string Text, int Start, int Depth)
{
    public int End => Start + Text.Length;

    public bool IsQuoted => Text[0] == '"';

    public bool IsText => Text[0] == '\'';

    public bool IsNumber => char.IsAsciiDigit(Text[0]);

    /// <summary>An unquoted name or a keyword.</summary>
    public bool IsWord => char.IsLetter(Text[0]) || Text[0] == '_';

    public bool IsName => IsQuoted || IsWord;

    /// <summary>True for the keyword or sign, in any case.</summary>
    public bool Is(string text) => Text.Equals(text, StringComparison.OrdinalIgnoreCase);
}
