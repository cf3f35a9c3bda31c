using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Syntax.Statements;

namespace Deck.Models.Templating.Parsing;

/// <summary>Parses the tags that load other templates.</summary>
internal sealed class LoaderParser(TokenReader tokens, ExpressionParser expressions)
{
    /// <summary>The statement of a tag whose name has been read, or null where it is another's.</summary>
    public Statement? TryParse(Token tag) => tag.Text switch
    {
        "extends" => new LoaderStatement(tag.Span, expressions.Parse(), []),
        "include" => ParseInclude(tag),
        "import" => ParseImport(tag),
        "from" => ParseFrom(tag),
        _ => null,
    };

    private LoaderStatement ParseInclude(Token tag)
    {
        Expression template = expressions.Parse();
        if (tokens.Current.Is("ignore") && tokens.Next().Is("missing"))
        {
            tokens.Take();
            tokens.Take();
        }

        SkipContext();
        return new LoaderStatement(tag.Span, template, []);
    }

    private LoaderStatement ParseImport(Token tag)
    {
        Expression template = expressions.Parse();
        tokens.Expect("as");
        string name = tokens.ExpectAssignable().Text ?? "";
        SkipContext();
        return new LoaderStatement(tag.Span, template, [name]);
    }

    private LoaderStatement ParseFrom(Token tag)
    {
        Expression template = expressions.Parse();
        tokens.Expect("import");
        List<string> names = [];
        while (!SkipContext())
        {
            if (names.Count > 0)
            {
                tokens.Expect(TokenKind.Comma);
            }

            string name = tokens.ExpectAssignable().Text ?? "";
            names.Add(tokens.SkipIf("as") ? tokens.ExpectName() : name);
            if (tokens.Current.Kind != TokenKind.Comma)
            {
                SkipContext();
                break;
            }
        }

        return new LoaderStatement(tag.Span, template, [.. names]);
    }

    private bool SkipContext()
    {
        bool found = tokens.Current is { Kind: TokenKind.Name, Text: "with" or "without" } && tokens.Next().Is("context");
        if (found)
        {
            tokens.Take();
            tokens.Take();
        }

        return found;
    }
}
