namespace Deck.Models.Templating.Parsing;

/// <summary>What tokens are called in error messages.</summary>
internal static class TokenNames
{
    public static string Of(TokenKind kind) => kind switch
    {
        TokenKind.End => "the end of the template",
        TokenKind.Data => "template data",
        TokenKind.VariableBegin => "`{{`",
        TokenKind.VariableEnd => "`}}`",
        TokenKind.BlockBegin => "`{%`",
        TokenKind.BlockEnd => "`%}`",
        TokenKind.Name => "a name",
        TokenKind.String => "a string",
        TokenKind.Integer => "an integer",
        TokenKind.Float => "a float",
        TokenKind.Error => "a mistake",
        _ => $"`{SymbolOf(kind)}`",
    };

    private static string SymbolOf(TokenKind kind)
    {
        string[] symbols = ["+", "-", "*", "**", "/", "//", "%", "~", "(", ")", "[", "]", "{", "}", "==", "!=", ">", ">=", "<", "<=", "=", ".", ":", "|", ",", ";"];
        return symbols[kind - TokenKind.Add];
    }
}
