using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Syntax.Expressions;

namespace Deck.Models.Templating.Parsing;

/// <summary>Parses what stands in the brackets of a subscript: a key, a slice, or several of them as a tuple.</summary>
internal sealed class SubscriptParser(TokenReader tokens, ExpressionParser expressions)
{
    public Expression Parse()
    {
        int start = tokens.Current.Start;
        List<Expression> keys = [];
        while (tokens.Current.Kind != TokenKind.RightBracket)
        {
            if (keys.Count > 0)
            {
                tokens.Expect(TokenKind.Comma);
            }

            keys.Add(ParseKey());
        }

        return keys.Count == 1 ? keys[0] : new TupleExpression(tokens.SpanFrom(start), [.. keys]);
    }

    private Expression ParseKey()
    {
        int start = tokens.Current.Start;
        Expression? first = null;
        if (tokens.Current.Kind != TokenKind.Colon)
        {
            first = expressions.Parse();
            if (tokens.Current.Kind != TokenKind.Colon)
            {
                return first;
            }
        }

        tokens.Expect(TokenKind.Colon);
        Expression? stop = EndsBound(tokens.Current.Kind) || tokens.Current.Kind == TokenKind.Colon ? null : expressions.Parse();
        Expression? step = tokens.SkipIf(TokenKind.Colon) && !EndsBound(tokens.Current.Kind) ? expressions.Parse() : null;
        return new SliceExpression(tokens.SpanFrom(start), first, stop, step);
    }

    private static bool EndsBound(TokenKind kind) => kind is TokenKind.RightBracket or TokenKind.Comma;
}
