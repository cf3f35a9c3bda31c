using System.Numerics;

namespace Deck.Models.Templating.Values;

/// <summary>Powers of decimals: exact for whole exponents before rounding, else through logarithm and exponential of enough digits.</summary>
internal static class DecimalPower
{
    /// <summary>Powers of more digits are not multiplied out: their logarithm has digits enough for the 28 that are kept.</summary>
    private const int MaxDigits = 20_000;

    /// <summary>Decimal digits behind the point of the fixed-point numbers: the result's 28, those of the largest logarithm, and some to spare.</summary>
    private const int Scale = 70;

    /// <summary>A power with its first digit here takes every number but one beyond what the context holds.</summary>
    private const int FarOut = 60;

    private static readonly BigInteger One = BigInteger.Pow(10, Scale);

    /// <summary>One with all the digits of the context.</summary>
    private static readonly PythonDecimal LongOne = new(BigInteger.Pow(10, DecimalMath.Precision - 1), 1 - DecimalMath.Precision);

    public static PythonDecimal Of(PythonDecimal number, PythonDecimal power)
    {
        if (number.IsZero && power.IsZero)
        {
            throw DecimalMath.Invalid();
        }

        if (power.Adjusted > FarOut && !number.IsZero)
        {
            return OfFarPower(number, power);
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

        return number.IsNegative ? throw DecimalMath.Invalid() : Exponential(Logarithm(number), power);
    }

    /// <summary>e to the power of a number.</summary>
    public static PythonDecimal Exponential(PythonDecimal power)
    {
        const int TooFar = 9;
        if (power.IsNaN || power.IsZero)
        {
            return power.IsNaN ? power : new PythonDecimal(1, 0);
        }

        if (power.IsInfinite)
        {
            return power.IsNegative ? new PythonDecimal(0, 0) : power;
        }

        return power.Adjusted > TooFar ? power.IsNegative ? PythonDecimal.Finite(false, 0, DecimalMath.LeastExponent) : throw DecimalMath.Overflow()
            : power.Adjusted < -Scale ? LongOne
            : Exponential(One, power);
    }

    public static PythonDecimal NaturalLogarithm(PythonDecimal number) =>
        UnusualLogarithm(number) ?? (number.CompareTo(new PythonDecimal(1, 0)) == 0
            ? new PythonDecimal(0, 0)
            : LogarithmNearOne(number, new PythonDecimal(1, 0)) ?? DecimalMath.Round(new PythonDecimal(Logarithm(number), -Scale)));

    /// <summary>The logarithm to base 10, exact for powers of ten.</summary>
    public static PythonDecimal DecimalLogarithm(PythonDecimal number)
    {
        if (UnusualLogarithm(number) is PythonDecimal unusual)
        {
            return unusual;
        }

        BigInteger ten = LogarithmOf(10 * One);
        bool isPowerOfTen = number.Coefficient == BigInteger.Pow(10, number.Digits - 1);
        return isPowerOfTen
            ? new PythonDecimal(number.Adjusted, 0)
            : LogarithmNearOne(number, new PythonDecimal(ten, -Scale)) ?? DecimalMath.Round(new PythonDecimal(Logarithm(number) * One / ten, -Scale));
    }

    /// <summary>ln(1 + x) / divisor by the first three members of its series, the digits of which fixed point would not hold; null where x is not that small.</summary>
    private static PythonDecimal? LogarithmNearOne(PythonDecimal number, PythonDecimal divisor)
    {
        const int Near = -20;
        if (number.Exponent >= 0 || Math.Abs(number.Adjusted) > 1)
        {
            return null;
        }

        BigInteger one = BigInteger.Pow(10, -number.Exponent);
        BigInteger x = number.Coefficient - one;
        if (PythonDecimal.CountDigits(BigInteger.Abs(x)) + number.Exponent > Near)
        {
            return null;
        }

        // x - x²/2 + x³/3, times 6.
        BigInteger sum = (6 * x * one * one) - (3 * x * x * one) + (2 * x * x * x);
        return DecimalMath.Divide(new PythonDecimal(sum, 3 * number.Exponent), new PythonDecimal(6 * divisor.Coefficient, divisor.Exponent));
    }

    private static PythonDecimal? UnusualLogarithm(PythonDecimal number) =>
        number.IsNaN ? number
        : number.IsZero ? PythonDecimal.Infinity(true)
        : number.IsNegative ? throw DecimalMath.Invalid()
        : number.IsInfinite ? number
        : null;

    /// <summary>Powers of, and by, infinity.</summary>
    public static PythonDecimal OfSpecial(PythonDecimal number, PythonDecimal power)
    {
        PythonDecimal one = new(1, 0);
        if (power.IsZero)
        {
            return one;
        }

        bool isWhole = power.IsFinite && DecimalMath.Rescale(power, 0).CompareTo(power) == 0;
        bool negative = number.IsNegative && isWhole && IsOdd(power);
        if (number.IsNegative && !number.IsZero && !isWhole)
        {
            throw DecimalMath.Invalid();
        }

        if (number.CompareTo(one) == 0)
        {
            return LongOne;
        }

        bool isLarge = number.IsInfinite || number.WithoutSign().CompareTo(one) > 0;
        return isLarge == !power.IsNegative ? PythonDecimal.Infinity(negative) : PythonDecimal.Finite(negative, 0, 0);
    }

    /// <summary>A whole power of so many digits: one stays one, anything else is too large or too small.</summary>
    private static PythonDecimal OfFarPower(PythonDecimal number, PythonDecimal power)
    {
        PythonDecimal size = number.WithoutSign();
        PythonDecimal one = new(1, 0);
        bool isOdd = power.Exponent <= 0 && IsOdd(power);
        int sign = size.CompareTo(one) ?? 0;
        return sign == 0 ? (size.Exponent == 0 || power.IsNegative ? one : LongOne).WithSign(number.IsNegative && isOdd)
            : sign > 0 == power.IsNegative ? PythonDecimal.Finite(number.IsNegative && isOdd, 0, DecimalMath.LeastExponent)
            : throw DecimalMath.Overflow();
    }

    private static bool IsOdd(PythonDecimal whole) => !DecimalMath.Rescale(whole, 0).Coefficient.IsEven;

    private static PythonDecimal OfWhole(PythonDecimal number, PythonDecimal power)
    {
        bool negative = number.IsNegative && !power.Coefficient.IsEven;
        if (number.IsZero)
        {
            return power.IsNegative ? PythonDecimal.Infinity(negative) : PythonDecimal.Finite(negative, 0, 0);
        }

        if (power.Coefficient * number.Digits > MaxDigits)
        {
            return PowerOfTen(number, power, negative) ?? Exponential(Logarithm(number.WithoutSign()), power).WithSign(negative);
        }

        int exponent = (int)power.Coefficient;
        PythonDecimal exact = PythonDecimal.Finite(negative, BigInteger.Pow(number.Coefficient, exponent), number.Exponent * exponent);
        return power.IsNegative && exponent > 0 ? DecimalMath.Divide(new PythonDecimal(1, 0), exact) : DecimalMath.Round(exact);
    }

    private static PythonDecimal? PowerOfTen(PythonDecimal number, PythonDecimal power, bool negative)
    {
        BigInteger exponent = number.Exponent * power.Signed;
        return !number.Coefficient.IsOne ? null
            : exponent > DecimalMath.MaxExponent ? throw DecimalMath.Overflow()
            : exponent < DecimalMath.LeastExponent ? PythonDecimal.Finite(negative, 0, DecimalMath.LeastExponent)
            : PythonDecimal.Finite(negative, 1, (int)exponent);
    }

    /// <summary>e^(logarithm × power), to the context's precision.</summary>
    private static PythonDecimal Exponential(BigInteger logarithm, PythonDecimal power)
    {
        BigInteger scaled = power.Exponent >= 0
            ? logarithm * power.Signed * BigInteger.Pow(10, power.Exponent)
            : logarithm * power.Signed / BigInteger.Pow(10, -power.Exponent);
        BigInteger ten = LogarithmOf(10 * One);
        BigInteger decades = IntegerMath.FloorDivide(scaled, ten);
        if (decades > DecimalMath.MaxExponent || decades < DecimalMath.LeastExponent)
        {
            return decades.Sign > 0 ? throw DecimalMath.Overflow() : PythonDecimal.Finite(false, 0, DecimalMath.LeastExponent);
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
}
