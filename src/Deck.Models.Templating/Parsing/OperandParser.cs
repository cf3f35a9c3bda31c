using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Syntax.Expressions;
using Deck.Models.Text;

namespace Deck.Models.Templating.Parsing;

/// <summary>Parses operands: an atom with the subscripts, calls, filters and tests that follow it.</summary>
internal sealed class OperandParser
{
    private const int LongestChain = 1000;

    private readonly TokenReader tokens;
    private readonly ExpressionParser expressions;
    private readonly AtomParser atoms;
    private readonly CallParser calls;

    public OperandParser(TokenReader tokens, ExpressionParser expressions)
    {
        this.tokens = tokens;
        this.expressions = expressions;
        atoms = new AtomParser(tokens, expressions);
        calls = new CallParser(tokens, expressions);
    }

    public AtomParser Atoms => atoms;

    /// <summary>A unary sign binds tighter than a filter: `-1|abs` is `(-1)|abs`.</summary>
    public Expression ParseUnary(bool withFilter = true)
    {
        int start = tokens.Current.Start;
        UnaryOperator? sign = tokens.Current.Kind switch
        {
            TokenKind.Subtract => UnaryOperator.Negate,
            TokenKind.Add => UnaryOperator.Plus,
            _ => null,
        };
        Expression operand;
        if (sign is null)
        {
            operand = atoms.ParsePrimary();
        }
        else
        {
            tokens.Take();
            tokens.Descend();
            Expression inner = ParseUnary(withFilter: false);
            tokens.Ascend();
            operand = Folding.Simplify(new UnaryExpression(tokens.SpanFrom(start), sign.Value, inner));
        }

        operand = ParsePostfix(operand);
        return withFilter ? ParseFilters(operand) : operand;
    }

    /// <summary>A chain of filters whose innermost input is the text of a block; null where there is none and none is required.</summary>
    public FilterExpression? ParseBlockFilters(bool required)
    {
        FilterExpression? filter = required ? ParseFilter(null, tokens.Current.Start) : null;
        while (tokens.Current.Kind == TokenKind.Pipe)
        {
            int start = tokens.Take().End;
            filter = ParseFilter(filter, start);
        }

        return filter;
    }

    private Expression ParsePostfix(Expression operand)
    {
        for (int i = 0; i < LongestChain; i++)
        {
            switch (tokens.Current.Kind)
            {
                case TokenKind.Dot or TokenKind.LeftBracket:
                    operand = ParseSubscript(operand);
                    break;
                case TokenKind.LeftParen:
                    operand = calls.ParseCall(operand);
                    break;
                default:
                    return operand;
            }
        }

        throw tokens.Fail("the expression is too long", tokens.Current.Span);
    }

    private Expression ParseFilters(Expression operand)
    {
        for (int i = 0; i < LongestChain; i++)
        {
            if (tokens.SkipIf(TokenKind.Pipe))
            {
                operand = Folding.Simplify(ParseFilter(operand, operand.Span.Start));
            }
            else if (tokens.Current.Is("is"))
            {
                operand = Folding.Simplify(ParseTest(operand));
            }
            else if (tokens.Current.Kind == TokenKind.LeftParen)
            {
                operand = calls.ParseCall(operand);
            }
            else
            {
                return operand;
            }
        }

        throw tokens.Fail("the expression is too long", tokens.Current.Span);
    }

    private Expression ParseSubscript(Expression target)
    {
        int start = target.Span.Start;
        if (tokens.SkipIf(TokenKind.LeftBracket))
        {
            Expression key = new SubscriptParser(tokens, expressions).Parse();
            tokens.Expect(TokenKind.RightBracket);
            return new ItemExpression(tokens.SpanFrom(start), target, key);
        }

        tokens.Expect(TokenKind.Dot);
        Token name = tokens.Current;
        if (name is { Kind: TokenKind.Name, Text: { } text })
        {
            tokens.Take();
            return new AttributeExpression(tokens.SpanFrom(start), target, text);
        }

        return name.Kind == TokenKind.Integer
            ? new ItemExpression(TextSpan.Between(start, name.End), target, atoms.ParsePrimary())
            : throw tokens.Unexpected("a name or a number");
    }

    private FilterExpression ParseFilter(Expression? input, int start)
    {
        int nameStart = tokens.Current.Start;
        string name = ParseDottedName();
        TextSpan nameSpan = tokens.SpanFrom(nameStart);
        ArgumentList arguments = tokens.Current.Kind == TokenKind.LeftParen ? calls.ParseArguments() : ArgumentList.Empty;
        return new FilterExpression(tokens.SpanFrom(start), input, name, arguments) { NameSpan = nameSpan, Escaping = expressions.Escaping };
    }

    private string ParseDottedName()
    {
        string name = tokens.ExpectName();
        while (tokens.SkipIf(TokenKind.Dot))
        {
            name += "." + tokens.ExpectName();
        }

        return name;
    }

    private Expression ParseTest(Expression input)
    {
        tokens.Take();
        bool negated = tokens.SkipIf("not");
        int nameStart = tokens.Current.Start;
        string name = ParseDottedName();
        TextSpan nameSpan = tokens.SpanFrom(nameStart);
        ArgumentList arguments = ParseTestArguments();
        TestExpression test = new(tokens.SpanFrom(input.Span.Start), input, name, arguments) { NameSpan = nameSpan, Escaping = expressions.Escaping };
        return negated ? new UnaryExpression(test.Span, UnaryOperator.Not, Folding.Simplify(test)) : test;
    }

    /// <summary>In parentheses as a call, or one operand without operators: `x is divisibleby 3`.</summary>
    private ArgumentList ParseTestArguments()
    {
        Token next = tokens.Current;
        if (next.Kind == TokenKind.LeftParen)
        {
            return calls.ParseArguments();
        }

        bool startsOperand = next.Kind is TokenKind.Name or TokenKind.String or TokenKind.Integer or TokenKind.Float
            or TokenKind.LeftBracket or TokenKind.LeftBrace;
        if (!startsOperand || next.Text is "else" or "or" or "and")
        {
            return ArgumentList.Empty;
        }

        if (next.Is("is"))
        {
            throw tokens.Fail("tests cannot be chained with `is`", next.Span);
        }

        return new ArgumentList([ParsePostfix(atoms.ParsePrimary())], [], null, null);
    }
}
