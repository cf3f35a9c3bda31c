using System.Numerics;

namespace Deck.Models.Templating.Values;

/// <summary>Powers of decimals: exact for whole exponents before rounding, through a double for others.</summary>
internal static class DecimalPower
{
    private const int MaxExponent = 100_000;

    public static PythonDecimal Of(PythonDecimal number, PythonDecimal power)
    {
        if (number.IsZero && power.IsZero)
        {
            throw Invalid();
        }

        PythonDecimal whole = DecimalMath.Rescale(power, 0);
        if (whole.CompareTo(power) != 0)
        {
            return number.IsNegative && !number.IsZero
                ? throw Invalid()
                : DecimalMath.Round(PythonDecimal.FromDouble(Math.Pow(number.ToDouble(), power.ToDouble())));
        }

        if (whole.Coefficient > MaxExponent)
        {
            throw new TemplateException("OverflowError", "[<class 'decimal.Overflow'>]");
        }

        int exponent = (int)whole.Coefficient;
        bool negative = number.IsNegative && exponent % 2 == 1;
        PythonDecimal exact = PythonDecimal.Finite(negative, BigInteger.Pow(number.Coefficient, exponent), number.Exponent * exponent);
        if (whole.IsNegative && exponent > 0)
        {
            return number.IsZero ? PythonDecimal.Infinity(negative) : DecimalMath.Divide(new PythonDecimal(1, 0), exact);
        }

        return DecimalMath.Round(exact);
    }

    private static TemplateException Invalid() => new("InvalidOperation", "[<class 'decimal.InvalidOperation'>]");
}
