using System.Numerics;

namespace Deck.Models.Templating.Values;

/// <summary>Python's arithmetic on decimals in the default context: 28 digits, rounded half to even.</summary>
internal static class DecimalMath
{
    public const int Precision = 28;

    /// <summary>Greatest exponent of a number's first digit.</summary>
    public const int MaxExponent = 999_999;

    /// <summary>Least exponent of a number's last digit.</summary>
    public const int LeastExponent = -MaxExponent - Precision + 1;

    /// <summary>Most zeros that a number is written out with: more than the context's exponents need.</summary>
    private const int MaxShift = 2_100_000;

    public static PythonDecimal? Apply(BinaryOperator op, PythonDecimal left, PythonDecimal right)
    {
        if (op == BinaryOperator.Concatenate)
        {
            return null;
        }

        if (!left.IsFinite || !right.IsFinite)
        {
            return Special(op, left, right);
        }

        return op switch
        {
            BinaryOperator.Add => Add(left, right),
            BinaryOperator.Subtract => Add(left, right.Negated()),
            BinaryOperator.Multiply => Round(PythonDecimal.Finite(left.IsNegative != right.IsNegative, left.Coefficient * right.Coefficient, left.Exponent + right.Exponent)),
            BinaryOperator.Divide => Divide(left, right),
            BinaryOperator.FloorDivide => DivideWhole(left, right).Quotient,
            BinaryOperator.Modulo when right.Coefficient.IsZero => throw Invalid(),
            BinaryOperator.Modulo => DivideWhole(left, right).Remainder,
            _ => DecimalPower.Of(left, right),
        };
    }

    /// <summary>The error of an operation without a result.</summary>
    public static TemplateException Invalid(string condition = "InvalidOperation") => new("InvalidOperation", $"[<class 'decimal.{condition}'>]");

    /// <summary>The error of a result that is too large.</summary>
    public static TemplateException Overflow() => new("OverflowError", "[<class 'decimal.Overflow'>]");

    /// <summary>The number with at most <paramref name="precision"/> digits, within the context's exponents.</summary>
    public static PythonDecimal Round(PythonDecimal number, int precision = Precision)
    {
        int extra = number.Digits - precision;
        PythonDecimal rounded = !number.IsFinite || extra <= 0 ? number : Rescale(number, number.Exponent + extra, precision);
        return rounded.Exponent is > MaxExponent - Precision or < LeastExponent ? Bound(rounded) : rounded;
    }

    /// <summary>Too large is an error; what is too small loses digits, in the end all of them.</summary>
    private static PythonDecimal Bound(PythonDecimal number) =>
        number.Coefficient.IsZero ? PythonDecimal.Finite(number.IsNegative, 0, Math.Clamp(number.Exponent, LeastExponent, MaxExponent))
        : number.Adjusted > MaxExponent ? throw Overflow()
        : number.Exponent < LeastExponent ? Rescale(number, LeastExponent)
        : number;

    /// <summary>The number with a given exponent, rounded half to even where digits are lost.</summary>
    public static PythonDecimal Rescale(PythonDecimal number, int exponent, int precision = int.MaxValue)
    {
        int shift = number.Exponent - exponent;
        if (shift >= 0)
        {
            return number.Coefficient.IsZero ? PythonDecimal.Finite(number.IsNegative, 0, exponent)
                : shift > MaxShift ? throw Overflow()
                : PythonDecimal.Finite(number.IsNegative, number.Coefficient * BigInteger.Pow(10, shift), exponent);
        }

        BigInteger divisor = BigInteger.Pow(10, Math.Min(-shift, number.Digits + 1));
        BigInteger quotient = BigInteger.DivRem(number.Coefficient, divisor, out BigInteger rest);
        int half = (rest * 2).CompareTo(divisor);
        if (half > 0 || (half == 0 && !quotient.IsEven))
        {
            quotient += 1;
            if (PythonDecimal.CountDigits(quotient) > precision)
            {
                quotient /= 10;
                exponent++;
            }
        }

        return PythonDecimal.Finite(number.IsNegative, quotient, exponent);
    }

    public static PythonDecimal Divide(PythonDecimal left, PythonDecimal right, int precision = Precision)
    {
        if (right.Coefficient.IsZero)
        {
            throw ByZero(left);
        }

        bool negative = left.IsNegative != right.IsNegative;
        int ideal = left.Exponent - right.Exponent;
        if (left.Coefficient.IsZero)
        {
            return PythonDecimal.Finite(negative, 0, ideal);
        }

        int shift = right.Digits - left.Digits + precision + 1;
        int exponent = ideal - shift;
        BigInteger quotient = shift >= 0
            ? BigInteger.DivRem(left.Coefficient * BigInteger.Pow(10, shift), right.Coefficient, out BigInteger rest)
            : BigInteger.DivRem(left.Coefficient, right.Coefficient * BigInteger.Pow(10, -shift), out rest);
        // Sticky: keeps a lost remainder from looking like an exact half.
        quotient += !rest.IsZero && quotient % 5 == 0 ? 1 : 0;
        while (rest.IsZero && exponent < ideal && quotient % 10 == 0)
        {
            quotient /= 10;
            exponent++;
        }

        return Round(PythonDecimal.Finite(negative, quotient, exponent), precision);
    }

    /// <summary>The square root to the context's precision, exact ones with half the exponent.</summary>
    public static PythonDecimal SquareRoot(PythonDecimal number)
    {
        if (!number.IsFinite || number.IsZero)
        {
            return number.IsNegative && number.IsInfinite ? throw Invalid()
                : number.IsFinite ? PythonDecimal.Finite(number.IsNegative, 0, number.Exponent >> 1)
                : number;
        }

        if (number.IsNegative)
        {
            throw Invalid();
        }

        // Two digits more than wanted, the last one telling whether anything was lost.
        int ideal = number.Exponent >> 1;
        int shift = (2 * (Precision + 1)) - number.Digits;
        shift = Math.Max(shift, 0) + ((number.Exponent - Math.Max(shift, 0)) & 1);
        BigInteger scaled = number.Coefficient * BigInteger.Pow(10, shift);
        BigInteger root = DecimalPower.Root(scaled);
        int exponent = (number.Exponent - shift) / 2;
        bool isExact = root * root == scaled;
        root += !isExact && root % 5 == 0 ? 1 : 0;
        while (isExact && exponent < ideal && root % 10 == 0)
        {
            root /= 10;
            exponent++;
        }

        return Round(PythonDecimal.Finite(false, root, exponent));
    }

    private static PythonDecimal Add(PythonDecimal left, PythonDecimal right)
    {
        if (!left.IsZero && !right.IsZero)
        {
            (left, right) = left.Exponent < right.Exponent ? (Nearer(left, right), right) : (left, Nearer(right, left));
        }
        else if (!left.IsZero || !right.IsZero)
        {
            // Beside zero a number keeps its digits as far as the context has room for zeros.
            PythonDecimal other = left.IsZero ? right : left;
            return Round(Rescale(other, Math.Max(Math.Min(left.Exponent, right.Exponent), other.Exponent - Precision - 1)));
        }

        int common = Math.Min(left.Exponent, right.Exponent);
        BigInteger sum = (left.Signed * BigInteger.Pow(10, left.Exponent - common)) + (right.Signed * BigInteger.Pow(10, right.Exponent - common));
        bool negative = sum.IsZero ? left.IsNegative && right.IsNegative : sum.Sign < 0;
        return Round(PythonDecimal.Finite(negative, BigInteger.Abs(sum), common));
    }

    /// <summary>A summand too small to count but in the rounding, as one unit of a place that is seen.</summary>
    private static PythonDecimal Nearer(PythonDecimal small, PythonDecimal large)
    {
        int exponent = large.Exponent + Math.Min(-1, large.Digits - Precision - 2);
        return small.Adjusted < exponent ? PythonDecimal.Finite(small.IsNegative, 1, exponent) : small;
    }

    /// <summary>Quotient cut toward zero, and the remainder, which has the dividend's sign.</summary>
    private static (PythonDecimal Quotient, PythonDecimal Remainder) DivideWhole(PythonDecimal left, PythonDecimal right)
    {
        if (right.Coefficient.IsZero)
        {
            throw ByZero(left);
        }

        int common = Math.Min(left.Exponent, right.Exponent);
        int distance = left.Adjusted - right.Adjusted;
        if (left.IsZero || distance <= -2)
        {
            return (PythonDecimal.Finite(left.IsNegative != right.IsNegative, 0, 0), Round(Rescale(left, common)));
        }

        if (distance > Precision)
        {
            throw Invalid("DivisionImpossible");
        }

        BigInteger dividend = left.Coefficient * BigInteger.Pow(10, left.Exponent - common);
        BigInteger divisor = right.Coefficient * BigInteger.Pow(10, right.Exponent - common);
        BigInteger quotient = BigInteger.DivRem(dividend, divisor, out BigInteger rest);
        if (PythonDecimal.CountDigits(quotient) > Precision)
        {
            throw Invalid("DivisionImpossible");
        }

        return (PythonDecimal.Finite(left.IsNegative != right.IsNegative, quotient, 0), Round(PythonDecimal.Finite(left.IsNegative, rest, common)));
    }

    /// <summary>Python's DivisionByZero is a ZeroDivisionError too; zero by zero is an InvalidOperation.</summary>
    private static TemplateException ByZero(PythonDecimal dividend) =>
        dividend.Coefficient.IsZero
            ? Invalid("DivisionUndefined")
            : new TemplateException("ZeroDivisionError", "[<class 'decimal.DivisionByZero'>]");

    /// <summary>NaN stays NaN; an infinity follows the limits, and is invalid where they disagree.</summary>
    private static PythonDecimal Special(BinaryOperator op, PythonDecimal left, PythonDecimal right)
    {
        if (left.IsNaN || right.IsNaN)
        {
            return PythonDecimal.NaN;
        }

        switch (op)
        {
            case BinaryOperator.Modulo:
                return left.IsFinite ? Round(left) : throw Invalid();
            case BinaryOperator.Divide when left.IsFinite:
                return PythonDecimal.Finite(left.IsNegative != right.IsNegative, 0, LeastExponent);
            case BinaryOperator.FloorDivide when left.IsFinite:
                return PythonDecimal.Finite(left.IsNegative != right.IsNegative, 0, 0);
            case BinaryOperator.Power:
                return DecimalPower.OfSpecial(left, right);
        }

        PythonDecimal second = op == BinaryOperator.Subtract ? right.Negated() : right;
        bool isSum = op is BinaryOperator.Add or BinaryOperator.Subtract;
        bool isInvalid = isSum ? left.IsInfinite && second.IsInfinite && left.IsNegative != second.IsNegative
            : op == BinaryOperator.Multiply ? left.IsZero || right.IsZero
            : right.IsInfinite;
        bool negative = isSum ? (left.IsInfinite ? left : second).IsNegative : left.IsNegative != right.IsNegative;
        return isInvalid ? throw Invalid() : PythonDecimal.Infinity(negative);
    }
}
