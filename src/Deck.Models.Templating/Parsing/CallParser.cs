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
        ArgumentsInParts parts = new(tokens.Expect(TokenKind.LeftParen));
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

            ParseArgument(parts);
        }

        tokens.Expect(TokenKind.RightParen);
        return parts.Build();
    }

    private void ParseArgument(ArgumentsInParts parts)
    {
        bool spreads = parts.Rest is not null || parts.Extra is not null;
        switch (tokens.Current.Kind)
        {
            case TokenKind.Multiply:
                Ensure(!spreads, parts.Open);
                tokens.Take();
                parts.Rest = expressions.Parse();
                break;
            case TokenKind.Power:
                Ensure(parts.Extra is null, parts.Open);
                tokens.Take();
                parts.Extra = expressions.Parse();
                break;
            case TokenKind.Name when tokens.Next().Kind == TokenKind.Assign:
                Ensure(parts.Extra is null, parts.Open);
                parts.Named.Add(ParseNamed());
                break;
            default:
                Ensure(!spreads && parts.Named.Count == 0, parts.Open);
                parts.Positional.Add(expressions.Parse());
                break;
        }
    }

    private NamedArgument ParseNamed()
    {
        Token name = tokens.Take();
        tokens.Take();
        return new NamedArgument(name.Text ?? "", name.Span, expressions.Parse());
    }

    private void Ensure(bool condition, Token open)
    {
        if (!condition)
        {
            throw tokens.Fail("the arguments of the call are out of order", TextSpan.Between(open.Start, tokens.Current.End));
        }
    }

    /// <summary>The arguments of a call while they are being parsed.</summary>
    private sealed class ArgumentsInParts(Token open)
    {
        public Token Open => open;

        public List<Expression> Positional { get; } = [];

        public List<NamedArgument> Named { get; } = [];

        public Expression? Rest;

        public Expression? Extra;

        public ArgumentList Build() => Positional.Count + Named.Count == 0 && Rest is null && Extra is null
            ? ArgumentList.Empty
            : new ArgumentList([.. Positional], [.. Named], Rest, Extra);
    }
}
