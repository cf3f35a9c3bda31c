using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>Computes constants before rendering, as Jinja's optimizer does.</summary>
internal static class Folding
{
    private const int LargestExponent = 1000;
    private const int LargestProduct = 1000;

    /// <summary>The expression itself, or its value where that is a number, a text, a boolean or None.</summary>
    public static Expression Simplify(Expression expression) =>
        expression is not ConstantExpression && expression.Fold() is { } value && IsScalar(value)
            ? new ConstantExpression(expression.Span, value)
            : expression;

    /// <summary>Every value, or null where one is not known.</summary>
    public static Value[]? All(Expression[] expressions)
    {
        Value[]? values = null;
        for (int i = 0; i < expressions.Length; i++)
        {
            if (expressions[i].Fold() is not { } value)
            {
                return null;
            }

            (values ??= new Value[expressions.Length])[i] = value;
        }

        return values ?? [];
    }

    /// <summary>Whether an operation may be computed while parsing: a text must not be able to make the parser work for minutes.</summary>
    public static bool IsCheap(BinaryOperator op, Value left, Value right) => op switch
    {
        BinaryOperator.Power => right is IntegerValue { Big: var exponent } && exponent <= LargestExponent,
        BinaryOperator.Multiply => IsShort(left, right) && IsShort(right, left),
        BinaryOperator.Modulo => left is not StringValue,
        _ => true,
    };

    private static bool IsShort(Value sequence, Value count) =>
        sequence.Length is not int length || count is not IntegerValue { Clamped: var times } || times <= LargestProduct / Math.Max(length, 1);

    /// <summary>Jinja's test for values that it can write into code, Python's `has_safe_repr`.</summary>
    public static bool IsSafe(Value value) => value switch
    {
        TupleValue tuple => tuple.Items.All(IsSafe),
        ListValue list => list.Items.All(IsSafe),
        DictValue dict => dict.Entries.All(e => IsSafe(e.Key) && IsSafe(e.Value)),
        _ => IsScalar(value) || value.TypeName == "range",
    };

    private static bool IsScalar(Value value) => value is IntegerValue or FloatValue or StringValue or BooleanValue or NoneValue;
}
