namespace Deck.Models.Templating.Parsing;

/// <summary>Tells literals from other expressions by their tokens: Python's `ast.literal_eval` takes no operators but a sign.</summary>
internal static class LiteralTokens
{
    public static bool AreAll(TokenList tokens)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            if (!IsPart(tokens[i], i == 0 ? TokenKind.Comma : tokens[i - 1].Kind))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPart(Token token, TokenKind before) => token.Kind switch
    {
        TokenKind.Name => token.Text is "True" or "False" or "None",
        TokenKind.Add or TokenKind.Subtract => StartsValue(before),
        TokenKind.LeftParen or TokenKind.LeftBracket or TokenKind.LeftBrace => StartsValue(before),
        TokenKind.String or TokenKind.Integer or TokenKind.Float or TokenKind.RightParen or TokenKind.RightBracket
            or TokenKind.RightBrace or TokenKind.Comma or TokenKind.Colon or TokenKind.End => true,
        _ => false,
    };

    private static bool StartsValue(TokenKind before) => before is TokenKind.Comma or TokenKind.Colon or TokenKind.LeftParen
        or TokenKind.LeftBracket or TokenKind.LeftBrace or TokenKind.Add or TokenKind.Subtract;
}
