using Deck.Models.Templating.Syntax.Statements;

namespace Deck.Models.Templating.Parsing;

/// <summary>Parses what stands left of `=` or between `for` and `in`.</summary>
internal sealed class TargetParser(TokenReader tokens)
{
    /// <summary>One target, or several with commas between them.</summary>
    public AssignmentTarget Parse(bool withNamespace = false)
    {
        int start = tokens.Current.Start;
        List<AssignmentTarget> targets = [];
        bool isTuple = false;
        while (targets.Count == 0 || !Ends())
        {
            targets.Add(ParseOne(withNamespace));
            if (!tokens.SkipIf(TokenKind.Comma))
            {
                break;
            }

            isTuple = true;
        }

        return isTuple ? new TupleTarget(tokens.SpanFrom(start), [.. targets]) : targets[0];
    }

    /// <summary>Whether nothing follows a comma. As in jinja2, `in` is no end: `for a, in x` is an error.</summary>
    private bool Ends() => tokens.Current.Kind is TokenKind.VariableEnd or TokenKind.BlockEnd or TokenKind.RightParen;

    private AssignmentTarget ParseOne(bool withNamespace)
    {
        Token token = tokens.Current;
        if (token is { Kind: TokenKind.Name, Text: { } name })
        {
            if (!withNamespace || tokens.Next().Kind != TokenKind.Dot)
            {
                return new NameTarget(tokens.ExpectAssignable().Span, name);
            }

            tokens.Take();
            tokens.Take();
            string attribute = tokens.ExpectName();
            return new NamespaceTarget(tokens.SpanFrom(token.Start), name, attribute);
        }

        return token.Kind switch
        {
            TokenKind.LeftParen => ParseParenthesized(),
            TokenKind.String or TokenKind.Integer or TokenKind.Float or TokenKind.LeftBracket or TokenKind.LeftBrace =>
                throw tokens.Fail("only names can be assigned to", token.Span),
            _ => throw tokens.Unexpected("a name"),
        };
    }

    private AssignmentTarget ParseParenthesized()
    {
        int start = tokens.Expect(TokenKind.LeftParen).Start;
        tokens.Descend();
        AssignmentTarget target = tokens.Current.Kind == TokenKind.RightParen ? new TupleTarget(tokens.SpanFrom(start), []) : Parse();
        tokens.Ascend();
        tokens.Expect(TokenKind.RightParen);
        return target;
    }
}
