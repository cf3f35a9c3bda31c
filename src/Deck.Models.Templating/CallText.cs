using System.Collections.Immutable;
using System.Text;
using Deck.Models.Templating.Parsing;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating;

/// <summary>Reads the keyword arguments of a call as they are written, in one spelling, without evaluating them.</summary>
/// <remarks>
/// dbt's `unrendered_config` holds such texts: `materialized='view'` is `view`, `tags=["a"]` is `['a']`, `x=env_var("Y")` is
/// `env_var('Y')`. Two calls that differ in quotes, white space or trailing commas only have equal texts.
/// </remarks>
public static class CallText
{
    private static readonly ImmutableArray<TokenKind> Opening = [TokenKind.LeftParen, TokenKind.LeftBracket, TokenKind.LeftBrace];

    private static readonly ImmutableArray<TokenKind> Closing = [TokenKind.RightParen, TokenKind.RightBracket, TokenKind.RightBrace];

    private static readonly ImmutableArray<string> WordOperators = ["and", "or", "in", "is", "if", "else"];

    /// <summary>Names and texts of the keyword arguments of a call such as `config(a=1, b='x')`, in order; other arguments are left out.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Keywords(string call)
    {
        using LexerMemory memory = LexerMemory.Take();
        new TagLexer(call, call.Length, memory).Read(0, false);
        TokenList tokens = memory.Tokens;
        List<KeyValuePair<string, string>> keywords = [];
        int depth = 0;
        int start = FindArguments(tokens);
        for (int i = start; i < tokens.Count; i++)
        {
            bool ends = depth == 0 && tokens[i].Kind is TokenKind.Comma or TokenKind.RightParen;
            if (ends && depth == 0)
            {
                if (i - start > 2 && tokens[start].Kind == TokenKind.Name && tokens[start + 1].Kind == TokenKind.Assign)
                {
                    keywords.Add(KeyValuePair.Create(tokens[start].Text ?? "", ValueOf(call, tokens, start + 2, i)));
                }

                start = i + 1;
            }

            depth += Opening.Contains(tokens[i].Kind) ? 1 : Closing.Contains(tokens[i].Kind) ? -1 : 0;
        }

        return keywords;
    }

    private static int FindArguments(TokenList tokens)
    {
        int start = 0;
        while (start < tokens.Count && tokens[start].Kind != TokenKind.LeftParen)
        {
            start++;
        }

        return start < tokens.Count ? start + 1 : 0;
    }

    /// <summary>A text constant stands for itself, without quotes.</summary>
    private static string ValueOf(string call, TokenList tokens, int start, int end)
    {
        StringBuilder text = new();
        bool isConstant = AreStrings(tokens, start, end);
        for (int i = start; i < end; i++)
        {
            bool trailing = tokens[i].Kind == TokenKind.Comma && i + 1 < end && tokens[i + 1].Kind is TokenKind.RightBracket or TokenKind.RightBrace;
            text.Append(isConstant ? Decode(call, tokens[i]) : trailing ? "" : Write(call, tokens[i], i > start ? tokens[i - 1] : null));
        }

        return text.ToString();
    }

    private static bool AreStrings(TokenList tokens, int start, int end)
    {
        while (start < end && tokens[start].Kind == TokenKind.String)
        {
            start++;
        }

        return start == end;
    }

    private static string Write(string call, Token token, Token? before) => token.Kind switch
    {
        TokenKind.String => Value.Of(Decode(call, token)).Repr(),
        TokenKind.Name => WriteName(token.Text ?? ""),
        TokenKind.Comma => ", ",
        TokenKind.Colon => ": ",
        TokenKind.Add or TokenKind.Subtract when IsPrefix(before) => call[token.Start..token.End],
        TokenKind.Dot or TokenKind.Assign => call[token.Start..token.End],
        >= TokenKind.Add and <= TokenKind.Tilde or >= TokenKind.Equal and <= TokenKind.Pipe => $" {call[token.Start..token.End]} ",
        _ => call[token.Start..token.End],
    };

    private static string WriteName(string name) => name switch
    {
        "true" => "True",
        "false" => "False",
        "none" => "None",
        "not" => "not ",
        _ when WordOperators.Contains(name) => $" {name} ",
        _ => name,
    };

    /// <summary>True where a sign has nothing before it that it could be added to.</summary>
    private static bool IsPrefix(Token? before) =>
        before is not { } token || token.Kind is not (TokenKind.Name or TokenKind.String or TokenKind.Integer or TokenKind.Float or TokenKind.RightParen or TokenKind.RightBracket);

    private static string Decode(string call, Token token)
    {
        string body = call[(token.Start + 1)..(token.End - 1)];
        return StringLiteral.TryDecode(body, out string text, out _) ? text : body;
    }
}
