using Deck.Models.Text;

namespace Deck.Models.Templating.Parsing;

/// <summary>One token: its kind, its place, and for a name its text, for a mistake its message.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string? Text = null)
{
    public TextSpan Span => TextSpan.Between(Start, End);

    public bool Is(string name) => Kind == TokenKind.Name && Text == name;
}
