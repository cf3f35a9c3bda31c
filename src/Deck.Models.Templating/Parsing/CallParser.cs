using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Syntax.Expressions;
using Deck.Models.Text;

namespace Deck.Models.Templating.Parsing;

/// <summary>Parses calls and their arguments.</summary>
internal sealed class CallParser(TokenReader tokens, ExpressionParser expressions)
{
    public Expression ParseCall(Expression target)
    {
        ArgumentList arguments = ParseArguments();
        return new CallExpression(tokens.SpanFrom(target.Span.Start), target, arguments);
    }

    public ArgumentList ParseArguments()
    {
        Token open = tokens.Expect(TokenKind.LeftParen);
        List<Expression> positional = [];
        List<NamedArgument> named = [];
        Expression? rest = null;
        Expression? extra = null;
        for (bool first = true; tokens.Current.Kind != TokenKind.RightParen; first = false)
        {
            if (!first)
            {
                tokens.Expect(TokenKind.Comma);
                if (tokens.Current.Kind == TokenKind.RightParen)
                {
                    break;
                }
            }

            if (tokens.Current.Kind == TokenKind.Multiply)
            {
                Ensure(rest is null && extra is null, open);
                tokens.Take();
                rest = expressions.Parse();
            }
            else if (tokens.Current.Kind == TokenKind.Power)
            {
                Ensure(extra is null, open);
                tokens.Take();
                extra = expressions.Parse();
            }
            else if (tokens.Current.Kind == TokenKind.Name && tokens.Next().Kind == TokenKind.Assign)
            {
                Ensure(extra is null, open);
                named.Add(ParseNamed(named));
            }
            else
            {
                Ensure(rest is null && extra is null && named.Count == 0, open);
                positional.Add(expressions.Parse());
            }
        }

        tokens.Expect(TokenKind.RightParen);
        return positional.Count + named.Count == 0 && rest is null && extra is null
            ? ArgumentList.Empty
            : new ArgumentList([.. positional], [.. named], rest, extra);
    }

    private NamedArgument ParseNamed(List<NamedArgument> known)
    {
        Token name = tokens.Take();
        tokens.Take();
        string text = name.Text ?? "";
        if (known.Exists(a => a.Name == text))
        {
            throw tokens.Fail($"the keyword argument `{text}` is given twice", name.Span);
        }

        return new NamedArgument(text, expressions.Parse());
    }

    private void Ensure(bool condition, Token open)
    {
        if (!condition)
        {
            throw tokens.Fail("the arguments of the call are out of order", TextSpan.Between(open.Start, tokens.Current.End));
        }
    }
}
