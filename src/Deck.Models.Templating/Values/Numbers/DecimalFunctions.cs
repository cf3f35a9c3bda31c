using System.Numerics;

namespace Deck.Models.Templating.Values;

/// <summary>The functions of decimals that are no operators, in the default context.</summary>
internal static class DecimalFunctions
{
    public static PythonDecimal Quantize(PythonDecimal number, PythonDecimal model, string mode)
    {
        if (number.IsNaN || model.IsNaN)
        {
            return PythonDecimal.NaN;
        }

        if (number.IsInfinite || model.IsInfinite)
        {
            return number.IsInfinite && model.IsInfinite ? number : throw DecimalMath.Invalid();
        }

        bool isInRange = model.Exponent is >= DecimalMath.LeastExponent and <= DecimalMath.MaxExponent;
        if (!isInRange || (!number.IsZero && number.Adjusted - (long)model.Exponent + 1 > DecimalMath.Precision))
        {
            throw DecimalMath.Invalid();
        }

        PythonDecimal result = DecimalRounding.Rescale(number, model.Exponent, mode);
        return result.Digits <= DecimalMath.Precision ? result : throw DecimalMath.Invalid();
    }

    public static PythonDecimal ToIntegral(PythonDecimal number, string mode) =>
        !number.IsFinite || number.Exponent >= 0 ? number : DecimalRounding.Rescale(number, 0, mode);

    public static PythonDecimal Normalize(PythonDecimal number)
    {
        PythonDecimal rounded = DecimalMath.Round(number);
        if (!rounded.IsFinite || rounded.Coefficient.IsZero)
        {
            return rounded.IsFinite ? PythonDecimal.Finite(rounded.IsNegative, 0, 0) : rounded;
        }

        (BigInteger coefficient, int exponent) = (rounded.Coefficient, rounded.Exponent);
        while (coefficient % 10 == 0)
        {
            coefficient /= 10;
            exponent++;
        }

        return PythonDecimal.Finite(rounded.IsNegative, coefficient, exponent);
    }

    /// <summary>The exponent of the first digit, as a number.</summary>
    public static PythonDecimal Logb(PythonDecimal number) =>
        number.IsNaN ? number
        : number.IsInfinite ? PythonDecimal.Infinity(false)
        : number.IsZero ? throw new TemplateException("ZeroDivisionError", "[<class 'decimal.DivisionByZero'>]")
        : new PythonDecimal(number.Adjusted, 0);

    /// <summary>The product, exact, plus a third number, rounded once.</summary>
    public static PythonDecimal MultiplyAdd(PythonDecimal left, PythonDecimal right, PythonDecimal third)
    {
        PythonDecimal? product = left.IsFinite && right.IsFinite
            ? PythonDecimal.Finite(left.IsNegative != right.IsNegative, left.Coefficient * right.Coefficient, left.Exponent + right.Exponent)
            : DecimalMath.Apply(BinaryOperator.Multiply, left, right);
        return product is PythonDecimal exact && DecimalMath.Apply(BinaryOperator.Add, exact, third) is PythonDecimal sum ? sum : PythonDecimal.NaN;
    }

    /// <summary>What is left of the nearest whole multiple; of two equally near, the even one.</summary>
    public static PythonDecimal RemainderNear(PythonDecimal left, PythonDecimal right)
    {
        if (left.IsNaN || right.IsNaN)
        {
            return PythonDecimal.NaN;
        }

        if (left.IsInfinite || right.IsZero)
        {
            throw DecimalMath.Invalid();
        }

        if (right.IsInfinite)
        {
            return DecimalMath.Round(left);
        }

        int distance = left.Adjusted - right.Adjusted;
        int common = Math.Min(left.Exponent, right.Exponent);
        return left.IsZero ? PythonDecimal.Finite(left.IsNegative, 0, common)
            : distance > DecimalMath.Precision ? throw DecimalMath.Invalid("DivisionImpossible")
            : distance <= -2 ? DecimalMath.Round(DecimalMath.Rescale(left, common))
            : RemainderNear(left, right, common);
    }

    private static PythonDecimal RemainderNear(PythonDecimal left, PythonDecimal right, int common)
    {
        BigInteger divisor = right.Coefficient * BigInteger.Pow(10, right.Exponent - common);
        BigInteger quotient = BigInteger.DivRem(left.Coefficient * BigInteger.Pow(10, left.Exponent - common), divisor, out BigInteger rest);
        bool isOver = (2 * rest) + (quotient.IsEven ? 0 : 1) > divisor;
        rest -= isOver ? divisor : 0;
        return PythonDecimal.CountDigits(quotient + (isOver ? 1 : 0)) > DecimalMath.Precision
            ? throw DecimalMath.Invalid("DivisionImpossible")
            : DecimalMath.Round(PythonDecimal.Finite(left.IsNegative != rest.Sign < 0, BigInteger.Abs(rest), common));
    }

    /// <summary>The number times a power of ten.</summary>
    public static PythonDecimal ScaleBy(PythonDecimal number, PythonDecimal power)
    {
        if (number.IsNaN || power.IsNaN)
        {
            return PythonDecimal.NaN;
        }

        const int Bound = 2 * (DecimalMath.MaxExponent + DecimalMath.Precision);
        int places = Places(power, Bound);
        return number.IsInfinite ? number : DecimalMath.Round(PythonDecimal.Finite(number.IsNegative, number.Coefficient, number.Exponent + places));
    }

    /// <summary>The 28 last digits moved to the left, or to the right.</summary>
    /// <param name="goesAround">True where digits that leave on one side come back on the other.</param>
    public static PythonDecimal Shift(PythonDecimal number, PythonDecimal by, bool goesAround)
    {
        if (number.IsNaN || by.IsNaN)
        {
            return PythonDecimal.NaN;
        }

        int places = Places(by, DecimalMath.Precision);
        if (number.IsInfinite)
        {
            return number;
        }

        string digits = Last(number.Coefficient.ToString().PadLeft(DecimalMath.Precision, '0'));
        int cut = places < 0 ? DecimalMath.Precision + places : places;
        string moved = goesAround ? digits[cut..] + digits[..cut]
            : places < 0 ? digits[..cut]
            : Last(digits + new string('0', places));
        return PythonDecimal.Finite(number.IsNegative, moved.Length == 0 ? 0 : BigInteger.Parse(moved), number.Exponent);
    }

    /// <summary>`logical_and` and its kin: digits 0 and 1 as truths.</summary>
    public static PythonDecimal Logical(PythonDecimal left, PythonDecimal right, Func<bool, bool, bool> combine)
    {
        (string first, string second) = (Truths(left), Truths(right));
        return PythonDecimal.Finite(false, BigInteger.Parse(string.Concat(first.Zip(second, (a, b) => combine(a == '1', b == '1') ? '1' : '0'))), 0);
    }

    private static string Last(string digits) => digits[^DecimalMath.Precision..];

    private static string Truths(PythonDecimal number)
    {
        string digits = number.Coefficient.ToString();
        return number is { IsFinite: true, IsNegative: false, Exponent: 0 } && !digits.AsSpan().ContainsAnyExcept('0', '1')
            ? Last(digits.PadLeft(DecimalMath.Precision, '0'))
            : throw DecimalMath.Invalid();
    }

    private static int Places(PythonDecimal number, int bound) =>
        number is { IsFinite: true, Exponent: 0 } && number.Coefficient <= bound ? (int)number.Signed : throw DecimalMath.Invalid();
}
