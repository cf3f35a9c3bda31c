using System.Numerics;

namespace Deck.Models.Templating.Values;

/// <summary>Comparison of numbers across types, exact as in Python: no int is rounded to a float first.</summary>
internal static class NumericOrder
{
    /// <summary>An order operator on two numbers; null where the right side is no number. NaN compares false.</summary>
    public static bool? Compare(CompareOperator op, Value left, Value right)
    {
        if (right is BooleanValue boolean)
        {
            right = boolean.AsInteger;
        }

        if (right is not (IntegerValue or FloatValue or DecimalValue))
        {
            return null;
        }

        int? sign = Sign(left, right);
        return sign is int known && Holds(op, known);
    }

    /// <summary>Whether an order operator holds for a comparison's sign.</summary>
    public static bool Holds(CompareOperator op, int sign) =>
        op switch
        {
            CompareOperator.Less => sign < 0,
            CompareOperator.LessOrEqual => sign <= 0,
            CompareOperator.Greater => sign > 0,
            CompareOperator.GreaterOrEqual => sign >= 0,
            _ => throw new ArgumentOutOfRangeException(nameof(op)),
        };

    public static bool Equal(double left, IntegerValue right) => Sign(left, right) == 0;

    private static int? Sign(Value left, Value right) =>
        (left, right) switch
        {
            (IntegerValue a, IntegerValue b) => Sign(a, b),
            (FloatValue a, FloatValue b) => double.IsNaN(a.Number) || double.IsNaN(b.Number) ? null : a.Number.CompareTo(b.Number),
            (FloatValue a, IntegerValue b) => Sign(a.Number, b),
            (IntegerValue a, FloatValue b) => -Sign(b.Number, a),
            // Decimals signal where floats only compare false.
            _ => DecimalValue.Exact(left).CompareTo(DecimalValue.Exact(right))
                ?? throw new TemplateException("InvalidOperation", "[<class 'decimal.InvalidOperation'>]"),
        };

    private static int Sign(IntegerValue left, IntegerValue right) =>
        left.TryGetInt64(out long a) && right.TryGetInt64(out long b) ? a.CompareTo(b) : left.Big.CompareTo(right.Big);

    private static int? Sign(double left, IntegerValue right)
    {
        if (double.IsNaN(left))
        {
            return null;
        }

        if (double.IsInfinity(left))
        {
            return left > 0 ? 1 : -1;
        }

        const long Exact = 1L << 53;
        if (right.TryGetInt64(out long small) && small is <= Exact and >= -Exact)
        {
            return left.CompareTo(small);
        }

        double whole = Math.Floor(left);
        int sign = new BigInteger(whole).CompareTo(right.Big);
        return sign == 0 && left > whole ? 1 : sign;
    }
}
