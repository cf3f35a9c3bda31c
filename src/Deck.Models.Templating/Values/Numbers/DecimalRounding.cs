using System.Numerics;

namespace Deck.Models.Templating.Values;

/// <summary>The rounding modes of Python's `decimal`, by their names.</summary>
internal static class DecimalRounding
{
    public const string HalfEven = "ROUND_HALF_EVEN";
    public const string Ceiling = "ROUND_CEILING";
    public const string Floor = "ROUND_FLOOR";

    private static readonly string[] Modes =
        ["ROUND_UP", "ROUND_DOWN", Ceiling, Floor, "ROUND_HALF_UP", "ROUND_HALF_DOWN", HalfEven, "ROUND_05UP"];

    /// <summary>The mode that an argument names; None is the context's own.</summary>
    public static string Of(Value mode) =>
        mode.IsNone ? HalfEven
        : mode is StringValue name && Modes.Contains(name.Text) ? name.Text
        : throw TemplateException.TypeError($"valid values for rounding are:\n  [{string.Join(", ", Modes)}]");

    /// <summary>The number with a given exponent; digits that are lost are rounded.</summary>
    public static PythonDecimal Rescale(PythonDecimal number, int exponent, string mode)
    {
        if (number.Exponent >= exponent || number.IsZero)
        {
            return DecimalMath.Rescale(number, exponent);
        }

        int lost = Math.Min(exponent - number.Exponent, number.Digits + 1);
        BigInteger unit = BigInteger.Pow(10, lost);
        BigInteger kept = BigInteger.DivRem(number.Coefficient, unit, out BigInteger rest);
        bool isUp = !rest.IsZero && GoesUp(mode, number.IsNegative, kept, (rest * 2).CompareTo(unit));
        return PythonDecimal.Finite(number.IsNegative, kept + (isUp ? 1 : 0), exponent);
    }

    /// <summary>The number with at most the context's 28 digits.</summary>
    public static PythonDecimal Round(PythonDecimal number, string mode)
    {
        int extra = number.Digits - DecimalMath.Precision;
        if (!number.IsFinite || extra <= 0)
        {
            return number;
        }

        PythonDecimal rounded = Rescale(number, number.Exponent + extra, mode);
        return rounded.Digits > DecimalMath.Precision
            ? PythonDecimal.Finite(rounded.IsNegative, rounded.Coefficient / 10, rounded.Exponent + 1)
            : rounded;
    }

    /// <param name="half">How what is lost compares with a half of the last digit kept.</param>
    private static bool GoesUp(string mode, bool negative, BigInteger kept, int half) =>
        mode switch
        {
            "ROUND_UP" => true,
            "ROUND_DOWN" => false,
            Ceiling => !negative,
            Floor => negative,
            "ROUND_HALF_UP" => half >= 0,
            "ROUND_HALF_DOWN" => half > 0,
            "ROUND_05UP" => (kept % 5).IsZero,
            _ => half > 0 || (half == 0 && !kept.IsEven),
        };
}
