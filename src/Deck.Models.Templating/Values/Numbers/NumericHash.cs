using System.Numerics;

namespace Deck.Models.Templating.Values;

/// <summary>Hashes under which equal numbers of all types agree: 1, 1.0, True and Decimal('1.00') are one dict key.</summary>
internal static class NumericHash
{
    public static int OfInteger(long value) => value.GetHashCode();

    public static int OfInteger(BigInteger value) => value >= long.MinValue && value <= long.MaxValue ? OfInteger((long)value) : value.GetHashCode();

    public static int OfFloat(double value) =>
        value != Math.Floor(value) || double.IsInfinity(value) ? value.GetHashCode()
        : Math.Abs(value) < 9e18 ? OfInteger((long)value)
        : OfInteger(new BigInteger(value));

    /// <summary>The hash of coefficient × 10^exponent.</summary>
    public static int OfDecimal(BigInteger coefficient, int exponent)
    {
        if (coefficient.IsZero)
        {
            return OfInteger(0);
        }

        BigInteger divisor = BigInteger.Pow(10, Math.Min(Math.Abs(exponent), 10_000));
        if (exponent >= 0)
        {
            return OfInteger(coefficient * divisor);
        }

        BigInteger quotient = BigInteger.DivRem(coefficient, divisor, out BigInteger rest);
        return rest.IsZero ? OfInteger(quotient) : OfFloat(IntegerMath.Ratio(coefficient, divisor));
    }
}
