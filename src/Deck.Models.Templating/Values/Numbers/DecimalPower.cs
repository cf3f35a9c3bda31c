using System.Numerics;

namespace Deck.Models.Templating.Values;

/// <summary>Powers of decimals: exact for whole exponents before rounding, else through logarithm and exponential of enough digits.</summary>
internal static class DecimalPower
{
    private const int MaxExponent = 100_000;

    /// <summary>Decimal digits behind the point of the fixed-point numbers: the result's 28, those of the largest logarithm, and some to spare.</summary>
    private const int Scale = 70;

    private static readonly BigInteger One = BigInteger.Pow(10, Scale);

    public static PythonDecimal Of(PythonDecimal number, PythonDecimal power)
    {
        if (number.IsZero && power.IsZero)
        {
            throw Invalid();
        }

        PythonDecimal whole = DecimalMath.Rescale(power, 0);
        if (whole.CompareTo(power) == 0)
        {
            return OfWhole(number, whole);
        }

        if (number.IsZero)
        {
            return power.IsNegative ? PythonDecimal.Infinity(false) : PythonDecimal.Finite(false, 0, 0);
        }

        return number.IsNegative ? throw Invalid() : Exponential(Logarithm(number), power);
    }

    private static PythonDecimal OfWhole(PythonDecimal number, PythonDecimal power)
    {
        if (power.Coefficient > MaxExponent)
        {
            throw new TemplateException("OverflowError", "[<class 'decimal.Overflow'>]");
        }

        int exponent = (int)power.Coefficient;
        if (number.IsZero && !power.IsNegative)
        {
            return PythonDecimal.Finite(number.IsNegative && exponent % 2 == 1, 0, 0);
        }

        bool negative = number.IsNegative && exponent % 2 == 1;
        PythonDecimal exact = PythonDecimal.Finite(negative, BigInteger.Pow(number.Coefficient, exponent), number.Exponent * exponent);
        if (power.IsNegative && exponent > 0)
        {
            return number.IsZero ? PythonDecimal.Infinity(negative) : DecimalMath.Divide(new PythonDecimal(1, 0), exact);
        }

        return DecimalMath.Round(exact);
    }

    /// <summary>e^(logarithm × power), to the context's precision.</summary>
    private static PythonDecimal Exponential(BigInteger logarithm, PythonDecimal power)
    {
        BigInteger scaled = power.Exponent >= 0
            ? logarithm * power.Signed * BigInteger.Pow(10, power.Exponent)
            : logarithm * power.Signed / BigInteger.Pow(10, -power.Exponent);
        BigInteger ten = LogarithmOf(10 * One);
        BigInteger decades = IntegerMath.FloorDivide(scaled, ten);
        if (BigInteger.Abs(decades) > 999_999)
        {
            throw new TemplateException("OverflowError", "[<class 'decimal.Overflow'>]");
        }

        return DecimalMath.Round(PythonDecimal.Finite(false, Exponential(scaled - (decades * ten)), (int)decades - Scale));
    }

    /// <summary>The natural logarithm of a positive number, in fixed point.</summary>
    private static BigInteger Logarithm(PythonDecimal number)
    {
        int point = number.Digits + number.Exponent;
        int shift = Scale - number.Digits;
        BigInteger fraction = shift >= 0 ? number.Coefficient * BigInteger.Pow(10, shift) : number.Coefficient / BigInteger.Pow(10, -shift);
        return LogarithmOf(fraction) + (point * LogarithmOf(10 * One));
    }

    /// <summary>ln x = 2^k · 2 artanh((r - 1) / (r + 1)), with r the 2^k-th root of x.</summary>
    private static BigInteger LogarithmOf(BigInteger fixedPoint)
    {
        const int Roots = 8;
        for (int i = 0; i < Roots; i++)
        {
            fixedPoint = Root(fixedPoint * One);
        }

        BigInteger ratio = (fixedPoint - One) * One / (fixedPoint + One);
        BigInteger square = ratio * ratio / One;
        BigInteger sum = 0;
        BigInteger term = ratio;
        for (int i = 1; !term.IsZero; i += 2)
        {
            sum += term / i;
            term = term * square / One;
        }

        return sum << (Roots + 1);
    }

    /// <summary>The Taylor series of e^x after halving x often enough, squared back.</summary>
    private static BigInteger Exponential(BigInteger fixedPoint)
    {
        const int Halvings = 12;
        BigInteger small = fixedPoint >> Halvings;
        BigInteger sum = One;
        BigInteger term = One;
        for (int i = 1; !term.IsZero; i++)
        {
            term = term * small / One / i;
            sum += term;
        }

        for (int i = 0; i < Halvings; i++)
        {
            sum = sum * sum / One;
        }

        return sum;
    }

    /// <summary>The integer square root, by Newton's method.</summary>
    public static BigInteger Root(BigInteger value)
    {
        BigInteger root = BigInteger.One << (int)((value.GetBitLength() / 2) + 1);
        while (true)
        {
            BigInteger next = (root + (value / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }

    private static TemplateException Invalid() => new("InvalidOperation", "[<class 'decimal.InvalidOperation'>]");
}
