using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Syntax.Expressions;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Parsing;

/// <summary>Parses expressions, from the loosest operator down to the tightest; what stands below operators is <see cref="OperandParser"/>'s.</summary>
internal sealed class ExpressionParser
{
    private const int LongestChain = 2000;

    private readonly TokenReader tokens;
    private readonly EscapeScope escapes;
    private readonly OperandParser operands;

    public ExpressionParser(TokenReader tokens, EscapeScope escapes)
    {
        this.tokens = tokens;
        this.escapes = escapes;
        operands = new OperandParser(tokens, this);
    }

    public OperandParser Operands => operands;

    /// <summary>Whether the place that is being parsed escapes what it writes.</summary>
    public Escaping Escaping => escapes.Current;

    public Expression Parse(bool withConditional = true)
    {
        tokens.Descend();
        Expression expression = withConditional ? ParseConditional() : ParseOr();
        tokens.Ascend();
        return expression;
    }

    private Expression ParseConditional()
    {
        int start = tokens.Current.Start;
        Expression expression = ParseOr();
        for (int i = 0; tokens.Current.Is("if"); i++)
        {
            Limit(i);
            tokens.Take();
            Expression condition = ParseOr();
            Expression? otherwise = tokens.SkipIf("else") ? Parse() : null;
            expression = new ConditionalExpression(tokens.SpanFrom(start), condition, expression, otherwise);
        }

        return expression;
    }

    private Expression ParseOr()
    {
        int start = tokens.Current.Start;
        Expression left = ParseAnd();
        for (int i = 0; tokens.Current.Is("or"); i++)
        {
            Limit(i);
            tokens.Take();
            Expression right = ParseAnd();
            left = new LogicalExpression(tokens.SpanFrom(start), isAnd: false, left, right);
        }

        return left;
    }

    private Expression ParseAnd()
    {
        int start = tokens.Current.Start;
        Expression left = ParseNot();
        for (int i = 0; tokens.Current.Is("and"); i++)
        {
            Limit(i);
            tokens.Take();
            Expression right = ParseNot();
            left = new LogicalExpression(tokens.SpanFrom(start), isAnd: true, left, right);
        }

        return left;
    }

    private Expression ParseNot()
    {
        int start = tokens.Current.Start;
        if (!tokens.SkipIf("not"))
        {
            return ParseCompare();
        }

        tokens.Descend();
        Expression operand = ParseNot();
        tokens.Ascend();
        return Folding.Simplify(new UnaryExpression(tokens.SpanFrom(start), UnaryOperator.Not, operand));
    }

    private Expression ParseCompare()
    {
        int start = tokens.Current.Start;
        Expression first = ParseSum();
        List<CompareOperator>? operators = null;
        List<Expression>? others = null;
        while (TakeCompareOperator() is { } op)
        {
            (operators ??= []).Add(op);
            (others ??= []).Add(ParseSum());
        }

        return operators is null || others is null
            ? first
            : Folding.Simplify(new CompareExpression(tokens.SpanFrom(start), first, [.. operators], [.. others]));
    }

    private CompareOperator? TakeCompareOperator()
    {
        CompareOperator? op = tokens.Current.Kind switch
        {
            TokenKind.Equal => CompareOperator.Equal,
            TokenKind.NotEqual => CompareOperator.NotEqual,
            TokenKind.Less => CompareOperator.Less,
            TokenKind.LessOrEqual => CompareOperator.LessOrEqual,
            TokenKind.Greater => CompareOperator.Greater,
            TokenKind.GreaterOrEqual => CompareOperator.GreaterOrEqual,
            TokenKind.Name when tokens.Current.Text == "in" => CompareOperator.In,
            TokenKind.Name when tokens.Current.Text == "not" && tokens.Next().Is("in") => CompareOperator.NotIn,
            _ => null,
        };
        if (op is not null)
        {
            tokens.Take();
        }

        if (op == CompareOperator.NotIn)
        {
            tokens.Take();
        }

        return op;
    }

    private Expression ParseSum()
    {
        int start = tokens.Current.Start;
        Expression left = ParseConcat();
        for (int i = 0; tokens.Current.Kind is TokenKind.Add or TokenKind.Subtract; i++)
        {
            Limit(i);
            BinaryOperator op = tokens.Take().Kind == TokenKind.Add ? BinaryOperator.Add : BinaryOperator.Subtract;
            Expression right = ParseConcat();
            left = Folding.Simplify(new BinaryExpression(tokens.SpanFrom(start), op, left, right));
        }

        return left;
    }

    private Expression ParseConcat()
    {
        int start = tokens.Current.Start;
        Expression first = ParseProduct();
        if (tokens.Current.Kind != TokenKind.Tilde)
        {
            return first;
        }

        List<Expression> parts = [first];
        while (tokens.SkipIf(TokenKind.Tilde))
        {
            parts.Add(ParseProduct());
        }

        return Folding.Simplify(new ConcatExpression(tokens.SpanFrom(start), [.. parts], Escaping));
    }

    private Expression ParseProduct()
    {
        int start = tokens.Current.Start;
        Expression left = ParsePower();
        for (int i = 0; ProductOperator(tokens.Current.Kind) is { } op; i++)
        {
            Limit(i);
            tokens.Take();
            Expression right = ParsePower();
            left = Folding.Simplify(new BinaryExpression(tokens.SpanFrom(start), op, left, right));
        }

        return left;
    }

    private static BinaryOperator? ProductOperator(TokenKind kind) => kind switch
    {
        TokenKind.Multiply => BinaryOperator.Multiply,
        TokenKind.Divide => BinaryOperator.Divide,
        TokenKind.FloorDivide => BinaryOperator.FloorDivide,
        TokenKind.Modulo => BinaryOperator.Modulo,
        _ => null,
    };

    private Expression ParsePower()
    {
        int start = tokens.Current.Start;
        Expression left = operands.ParseUnary();
        for (int i = 0; tokens.SkipIf(TokenKind.Power); i++)
        {
            Limit(i);
            Expression right = operands.ParseUnary();
            left = Power(tokens.SpanFrom(start), left, right);
        }

        return left;
    }

    /// <summary>Jinja writes a negative constant into Python code as it is, where `**` binds closer than the sign.</summary>
    private static Expression Power(TextSpan span, Expression left, Expression right)
    {
        bool losesSign = left.Fold() is IntegerValue or FloatValue && right.Fold() is null;
        return losesSign && left.Fold() is { } number && number.Repr().StartsWith('-')
            ? new UnaryExpression(span, UnaryOperator.Negate, new BinaryExpression(span, BinaryOperator.Power, new ConstantExpression(left.Span, Operators.Negate(number)), right))
            : Folding.Simplify(new BinaryExpression(span, BinaryOperator.Power, left, right));
    }

    /// <summary>A long chain is a deep tree: evaluating it must not exhaust the stack.</summary>
    private void Limit(int length)
    {
        if (length > LongestChain)
        {
            throw tokens.Fail("the expression is too long", tokens.Current.Span);
        }
    }
}
