using System.Numerics;

namespace Deck.Models.Templating.Values;

/// <summary>The total order of decimals, in which 1.0 comes before 1, and the functions that choose by it.</summary>
internal static class DecimalOrder
{
    public static int CompareTotal(PythonDecimal left, PythonDecimal right)
    {
        if (left.IsNegative != right.IsNegative)
        {
            return left.IsNegative ? -1 : 1;
        }

        int size = CompareMagnitude(left, right);
        return left.IsNegative ? -size : size;
    }

    public static int CompareMagnitude(PythonDecimal left, PythonDecimal right) =>
        left.IsNaN || right.IsNaN ? left.IsNaN.CompareTo(right.IsNaN)
        : left.WithoutSign().CompareTo(right.WithoutSign()) is int order and not 0 ? order
        : left.IsInfinite ? 0
        : left.Exponent.CompareTo(right.Exponent);

    /// <summary>The greater of two numbers, or the smaller one; a number beats NaN, and equal ones are told apart by the total order.</summary>
    /// <param name="wanted">1 for the greater one, -1 for the smaller one.</param>
    /// <param name="bySize">True where the signs do not count.</param>
    public static PythonDecimal Extreme(PythonDecimal left, PythonDecimal right, int wanted, bool bySize = false)
    {
        if (left.IsNaN || right.IsNaN)
        {
            return DecimalMath.Round(left.IsNaN ? right : left);
        }

        int order = (bySize ? left.WithoutSign().CompareTo(right.WithoutSign()) : left.CompareTo(right)) ?? 0;
        order = order == 0 ? CompareTotal(left, right) : order;
        return DecimalMath.Round(order == wanted || (order == 0 && wanted > 0) ? left : right);
    }

    /// <summary>The next number of 28 digits above, or below.</summary>
    public static PythonDecimal Next(PythonDecimal number, int direction)
    {
        bool isAway = number.IsInfinite && number.IsNegative == direction < 0;
        if (number.IsNaN || isAway)
        {
            return number;
        }

        if (number.IsInfinite)
        {
            return PythonDecimal.Finite(number.IsNegative, BigInteger.Pow(10, DecimalMath.Precision) - 1, DecimalMath.MaxExponent - DecimalMath.Precision + 1);
        }

        if (number.IsZero)
        {
            return PythonDecimal.Finite(direction < 0, 1, DecimalMath.LeastExponent);
        }

        string mode = direction > 0 ? DecimalRounding.Ceiling : DecimalRounding.Floor;
        PythonDecimal rounded = DecimalRounding.Round(number, mode);
        if (rounded.CompareTo(number) != 0)
        {
            return rounded;
        }

        // A step that is too small to be seen, and so rounds to the next number.
        int exponent = Math.Max(number.Adjusted - DecimalMath.Precision - 2, DecimalMath.LeastExponent);
        BigInteger whole = (rounded.Signed * BigInteger.Pow(10, Math.Max(rounded.Exponent - exponent, 0))) + direction;
        return DecimalRounding.Round(PythonDecimal.Finite(number.IsNegative, BigInteger.Abs(whole), exponent), mode);
    }

    public static PythonDecimal NextToward(PythonDecimal number, PythonDecimal goal) =>
        number.CompareTo(goal) is not int order ? PythonDecimal.NaN
        : order == 0 ? number.WithSign(goal.IsNegative)
        : Next(number, -order);

    public static string ClassOf(PythonDecimal number) =>
        number.IsNaN ? "NaN"
        : (number.IsNegative ? "-" : "+")
            + (number.IsInfinite ? "Infinity" : number.IsZero ? "Zero" : IsNormal(number) ? "Normal" : "Subnormal");

    public static bool IsNormal(PythonDecimal number) => number.IsFinite && !number.IsZero && number.Adjusted >= -DecimalMath.MaxExponent;
}
