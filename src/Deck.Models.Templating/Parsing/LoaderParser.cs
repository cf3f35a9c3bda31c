using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Syntax.Statements;

namespace Deck.Models.Templating.Parsing;

/// <summary>Parses the tags that load other templates.</summary>
internal sealed class LoaderParser(TokenReader tokens, ExpressionParser expressions)
{
    public void AddTo(Dictionary<string, Func<Token, Statement>> parsers)
    {
        parsers["extends"] = tag => new LoaderStatement(tag.Span, expressions.Parse(), []);
        parsers["include"] = ParseInclude;
        parsers["import"] = ParseImport;
        parsers["from"] = ParseFrom;
    }

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
