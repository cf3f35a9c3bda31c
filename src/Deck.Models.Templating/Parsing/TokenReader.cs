using System.Runtime.CompilerServices;
using Deck.Models.Text;

namespace Deck.Models.Templating.Parsing;

/// <summary>The parser's place in the tokens of a template.</summary>
internal sealed class TokenReader(SourceText source, TokenList tokens)
{
    private const int DeepestNesting = 300;

    private int position;
    private int depth;

    public SourceText Source { get; } = source;

    public ref readonly Token Current => ref tokens[position];

    /// <summary>Where the token before the current one ends.</summary>
    public int LastEnd => position == 0 ? 0 : tokens[position - 1].End;

    public ref readonly Token Next() => ref tokens[Math.Min(position + 1, tokens.Count - 1)];

    public Token Take()
    {
        Token token = tokens[position];
        if (position < tokens.Count - 1)
        {
            position++;
        }

        return token;
    }

    public bool SkipIf(TokenKind kind)
    {
        bool found = Current.Kind == kind;
        if (found)
        {
            Take();
        }

        return found;
    }

    public bool SkipIf(string name)
    {
        bool found = Current.Is(name);
        if (found)
        {
            Take();
        }

        return found;
    }

    public Token Expect(TokenKind kind) => Current.Kind == kind ? Take() : throw Unexpected(TokenNames.Of(kind));

    public Token Expect(string name) => Current.Is(name) ? Take() : throw Unexpected($"`{name}`");

    public string ExpectName() => Expect(TokenKind.Name).Text ?? "";

    /// <summary>A name that may be assigned to: any but the constants.</summary>
    public Token ExpectAssignable()
    {
        Token name = Expect(TokenKind.Name);
        return name.Text is "true" or "True" or "false" or "False" or "none" or "None"
            ? throw Fail($"`{name.Text}` cannot be assigned to", name.Span)
            : name;
    }

    public TextSpan SpanFrom(int start) => TextSpan.Between(start, Math.Max(start, LastEnd));

    public SyntaxFailure Unexpected(string? expected = null)
    {
        Token token = Current;
        if (token is { Kind: TokenKind.Error, Text: { } message })
        {
            return Fail(message, token.Span);
        }

        string found = token.Kind switch
        {
            TokenKind.End => "unexpected end of the template",
            TokenKind.Name => $"unexpected `{token.Text}`",
            _ => $"unexpected {TokenNames.Of(token.Kind)}",
        };
        return Fail(expected is null ? found : $"{found}, expected {expected}", token.Span);
    }

    public SyntaxFailure Fail(string message, TextSpan span, string? hint = null) =>
        new(Diagnostic.Error(TemplateDiagnostics.Syntax, message, new Location(Source, span)).WithHint(hint));

    /// <summary>Skips to just behind the next token of a kind.</summary>
    public void SkipPast(TokenKind kind)
    {
        while (Current.Kind != TokenKind.End && Take().Kind != kind)
        {
        }
    }

    /// <summary>How many levels of nesting are open.</summary>
    public int Level => depth;

    /// <summary>Counts one level of nesting; too many would exhaust the stack.</summary>
    public void Descend()
    {
        if (++depth > DeepestNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new SyntaxFailure(Fail("the template is nested too deeply", Current.Span).Diagnostic) { IsFinal = true };
        }
    }

    public void Ascend() => depth--;

    /// <summary>Back to a level that a mistake broke out of.</summary>
    public void AscendTo(int level) => depth = level;
}
