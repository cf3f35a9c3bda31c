using System.Globalization;
using System.Numerics;
using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>A number of Python's `decimal`: a signed integer times a power of ten, its trailing zeros kept; or NaN; or an infinity.</summary>
internal readonly struct PythonDecimal
{
    private PythonDecimal(bool negative, BigInteger coefficient, int exponent, char special)
    {
        IsNegative = negative;
        Coefficient = coefficient;
        Exponent = exponent;
        Special = special;
    }

    public PythonDecimal(BigInteger signed, int exponent)
        : this(signed.Sign < 0, BigInteger.Abs(signed), exponent, '\0')
    {
    }

    /// <summary>The sign, which zero has too.</summary>
    public bool IsNegative { get; }

    /// <summary>The digits as a number without sign.</summary>
    public BigInteger Coefficient { get; }

    /// <summary>The power of ten that the digits are multiplied by.</summary>
    public int Exponent { get; }

    public bool IsFinite => Special == '\0';

    public bool IsNaN => Special == 'n';

    public bool IsInfinite => Special == 'i';

    public bool IsZero => IsFinite && Coefficient.IsZero;

    /// <summary>The digits with their sign.</summary>
    public BigInteger Signed => IsNegative ? -Coefficient : Coefficient;

    /// <summary>The number of digits, at least one.</summary>
    public int Digits => CountDigits(Coefficient);

    /// <summary>The exponent of the first digit.</summary>
    public int Adjusted => IsFinite ? Digits + Exponent - 1 : 0;

    private char Special { get; }

    public static PythonDecimal NaN => new(false, 0, 0, 'n');

    public static PythonDecimal Infinity(bool negative) => new(negative, 0, 0, 'i');

    public static PythonDecimal Finite(bool negative, BigInteger coefficient, int exponent) => new(negative, coefficient, exponent, '\0');

    /// <summary>The exact value of a double.</summary>
    public static PythonDecimal FromDouble(double number)
    {
        if (double.IsNaN(number))
        {
            return NaN;
        }

        if (double.IsInfinity(number))
        {
            return Infinity(number < 0);
        }

        long bits = BitConverter.DoubleToInt64Bits(Math.Abs(number));
        int power = (int)(bits >> 52);
        long mantissa = bits & 0xFFFFFFFFFFFFFL;
        BigInteger coefficient = power == 0 ? mantissa : mantissa | 0x10000000000000L;
        int two = Math.Max(power, 1) - 1075;
        while (two < 0 && coefficient.IsEven && !coefficient.IsZero)
        {
            coefficient >>= 1;
            two++;
        }

        bool negative = double.IsNegative(number);
        return coefficient.IsZero ? Finite(negative, 0, 0)
            : two >= 0 ? Finite(negative, coefficient << two, 0)
            : Finite(negative, coefficient * BigInteger.Pow(5, -two), two);
    }

    /// <summary>Reads Python's syntax of decimals; false for anything else.</summary>
    public static bool TryParse(string text, out PythonDecimal number)
    {
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        bool negative = rest.StartsWith("-");
        rest = negative || rest.StartsWith("+") ? rest[1..] : rest;
        number = NaN;
        if (rest.Equals("nan", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (rest.Equals("inf", StringComparison.OrdinalIgnoreCase) || rest.Equals("infinity", StringComparison.OrdinalIgnoreCase))
        {
            number = Infinity(negative);
            return true;
        }

        return TryParseFinite(rest, negative, out number);
    }

    public PythonDecimal Negated() => new(!IsNegative, Coefficient, Exponent, Special);

    public PythonDecimal WithSign(bool negative) => new(negative, Coefficient, Exponent, Special);

    public PythonDecimal WithoutSign() => new(false, Coefficient, Exponent, Special);

    /// <summary>Order of the exact values; NaN is before everything and equal to nothing else.</summary>
    public int? CompareTo(PythonDecimal other)
    {
        if (IsNaN || other.IsNaN)
        {
            return null;
        }

        if (IsInfinite || other.IsInfinite)
        {
            return Rank(this).CompareTo(Rank(other));
        }

        if (IsZero || other.IsZero)
        {
            return Signed.Sign.CompareTo(other.Signed.Sign);
        }

        // Far apart exponents would need huge powers of ten: the place of the first digit decides there.
        int first = Digits + Exponent;
        int second = other.Digits + other.Exponent;
        if (IsNegative != other.IsNegative || first != second)
        {
            return IsNegative != other.IsNegative ? (IsNegative ? -1 : 1) : (first > second) != IsNegative ? 1 : -1;
        }

        int common = Math.Min(Exponent, other.Exponent);
        return (Signed * BigInteger.Pow(10, Exponent - common)).CompareTo(other.Signed * BigInteger.Pow(10, other.Exponent - common));
    }

    public double ToDouble()
    {
        if (!IsFinite)
        {
            return IsNaN ? double.NaN : IsNegative ? double.NegativeInfinity : double.PositiveInfinity;
        }

        return double.Parse($"{(IsNegative ? "-" : "")}{Coefficient}E{Exponent}", CultureInfo.InvariantCulture);
    }

    /// <summary>Python's `str`: plain where the exponent is at most 0 and the number not tiny, else with `E`.</summary>
    public override string ToString() => ToString(byThousands: false);

    /// <param name="byThousands">True for exponents that are multiples of three: `to_eng_string`.</param>
    public string ToString(bool byThousands)
    {
        string sign = IsNegative ? "-" : "";
        if (!IsFinite)
        {
            return sign + (IsNaN ? "NaN" : "Infinity");
        }

        string digits = Coefficient.ToString();
        int left = Exponent + digits.Length;
        int point = Exponent <= 0 && left > -6 ? left
            : !byThousands ? 1
            : Coefficient.IsZero ? ((((left + 1) % 3) + 3) % 3) - 1
            : ((((left - 1) % 3) + 3) % 3) + 1;
        var text = new StringBuilder(sign);
        if (point <= 0)
        {
            text.Append("0.").Append('0', -point).Append(digits);
        }
        else if (point >= digits.Length)
        {
            text.Append(digits).Append('0', point - digits.Length);
        }
        else
        {
            text.Append(digits, 0, point).Append('.').Append(digits, point, digits.Length - point);
        }

        return left == point ? text.ToString() : text.Append('E').Append((left - point).ToString("+0;-0;+0")).ToString();
    }

    internal static int CountDigits(BigInteger coefficient) =>
        coefficient < 1_000_000_000_000_000_000 ? DigitsOf((ulong)coefficient) : coefficient.ToString().Length;

    private static int DigitsOf(ulong value)
    {
        int digits = 1;
        for (; value >= 10; value /= 10)
        {
            digits++;
        }

        return digits;
    }

    private static int Rank(PythonDecimal number) => !number.IsInfinite ? 0 : number.IsNegative ? -1 : 1;

    private static bool TryParseFinite(ReadOnlySpan<char> rest, bool negative, out PythonDecimal number)
    {
        number = NaN;
        int exponent = 0;
        int mark = rest.IndexOfAny('e', 'E');
        if (mark >= 0)
        {
            if (!int.TryParse(rest[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            {
                return false;
            }

            rest = rest[..mark];
        }

        int dot = rest.IndexOf('.');
        string digits = dot < 0 ? rest.ToString() : string.Concat(rest[..dot], rest[(dot + 1)..]);
        if (digits.Length == 0 || digits.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        number = Finite(negative, BigInteger.Parse(digits), exponent - (dot < 0 ? 0 : rest.Length - dot - 1));
        return true;
    }
}
