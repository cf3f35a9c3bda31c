using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Syntax.Statements;

namespace Deck.Models.Templating.Parsing;

/// <summary>Parses the tags that load other templates.</summary>
internal sealed class LoaderParser(TokenReader tokens, ExpressionParser expressions, BodyParser bodies)
{
    /// <summary>The statement of a tag whose name has been read, or null where it is another's.</summary>
    public Statement? TryParse(Token tag) => tag.Text switch
    {
        "extends" => ParseExtends(tag),
        "include" => ParseInclude(tag),
        "import" => ParseImport(tag),
        "from" => ParseFrom(tag),
        _ => null,
    };

    private LoaderStatement ParseExtends(Token tag) => bodies.IsAtTop
        ? new LoaderStatement(tag.Span, expressions.Parse(), [])
        : throw tokens.Fail("`extends` can only stand at the top of a template", tag.Span);

    private LoaderStatement ParseInclude(Token tag)
    {
        Expression template = expressions.Parse();
        bool ignores = tokens.Current.Is("ignore") && tokens.Next().Is("missing");
        if (ignores)
        {
            tokens.Take();
            tokens.Take();
        }

        SkipContext();
        return new LoaderStatement(tag.Span, template, []) { TakesList = true, IgnoresMissing = ignores };
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

            names.Add(ParseImported());
            if (tokens.Current.Kind != TokenKind.Comma)
            {
                SkipContext();
                break;
            }
        }

        return new LoaderStatement(tag.Span, template, [.. names]);
    }

    private string ParseImported()
    {
        Token imported = tokens.ExpectAssignable();
        string name = imported.Text ?? "";
        return name.StartsWith('_')
            ? throw tokens.Fail("names that start with an underscore cannot be imported", imported.Span)
            : tokens.SkipIf("as") ? tokens.ExpectName() : name;
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
