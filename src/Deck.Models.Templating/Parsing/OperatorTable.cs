namespace Deck.Models.Templating.Parsing;

/// <summary>The operators of tags by their characters.</summary>
internal static class OperatorTable
{
    /// <summary>The operator of two characters, or <see cref="TokenKind.Error"/>.</summary>
    public static TokenKind Two(char first, char second) => (first, second) switch
    {
        ('/', '/') => TokenKind.FloorDivide,
        ('*', '*') => TokenKind.Power,
        ('=', '=') => TokenKind.Equal,
        ('!', '=') => TokenKind.NotEqual,
        ('>', '=') => TokenKind.GreaterOrEqual,
        ('<', '=') => TokenKind.LessOrEqual,
        _ => TokenKind.Error,
    };

    /// <summary>The operator of one character, or <see cref="TokenKind.Error"/>.</summary>
    public static TokenKind One(char c) => c switch
    {
        '+' => TokenKind.Add,
        '-' => TokenKind.Subtract,
        '*' => TokenKind.Multiply,
        '/' => TokenKind.Divide,
        '%' => TokenKind.Modulo,
        '~' => TokenKind.Tilde,
        '(' => TokenKind.LeftParen,
        ')' => TokenKind.RightParen,
        '[' => TokenKind.LeftBracket,
        ']' => TokenKind.RightBracket,
        '{' => TokenKind.LeftBrace,
        '}' => TokenKind.RightBrace,
        '>' => TokenKind.Greater,
        '<' => TokenKind.Less,
        '=' => TokenKind.Assign,
        '.' => TokenKind.Dot,
        ':' => TokenKind.Colon,
        '|' => TokenKind.Pipe,
        ',' => TokenKind.Comma,
        ';' => TokenKind.Semicolon,
        _ => TokenKind.Error,
    };
}
