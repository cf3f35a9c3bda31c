using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>Python's text of floats: the shortest digits that read back as the same number.</summary>
internal static class FloatText
{
    public static string Repr(double number)
    {
        if (double.IsNaN(number))
        {
            return "nan";
        }

        if (double.IsInfinity(number))
        {
            return number > 0 ? "inf" : "-inf";
        }

        (bool negative, string digits, int point) = Shortest(number);
        var text = new StringBuilder(negative ? "-" : "", 26);
        // repr switches to an exponent outside 1e-4 .. 1e16.
        return (point is > 16 or < -3 ? AppendScientific(text, digits, point) : AppendFixed(text, digits, point)).ToString();
    }

    /// <summary>Sign, significant digits and the place of the decimal point relative to their start: 12.5 is ("125", 2).</summary>
    public static (bool Negative, string Digits, int Point) Shortest(double number)
    {
        string round = number.ToString("R");
        bool negative = round[0] == '-';
        ReadOnlySpan<char> rest = round.AsSpan(negative ? 1 : 0);
        int exponent = 0;
        int mark = rest.IndexOf('E');
        if (mark >= 0)
        {
            exponent = int.Parse(rest[(mark + 1)..]);
            rest = rest[..mark];
        }

        int dot = rest.IndexOf('.');
        int whole = dot < 0 ? rest.Length : dot;
        string digits = dot < 0 ? rest.ToString() : string.Concat(rest[..dot], rest[(dot + 1)..]);
        int zeros = 0;
        while (zeros < digits.Length - 1 && digits[zeros] == '0')
        {
            zeros++;
        }

        digits = digits[zeros..].TrimEnd('0');
        return digits.Length == 0 ? (negative, "0", 1) : (negative, digits, whole - zeros + exponent);
    }

    /// <summary>`float.hex`: mantissa in hexadecimal, exponent of two.</summary>
    public static string Hex(double number)
    {
        if (!double.IsFinite(number))
        {
            return Repr(number);
        }

        long bits = BitConverter.DoubleToInt64Bits(number);
        int power = (int)((bits >> 52) & 0x7FF);
        long mantissa = bits & 0xFFFFFFFFFFFFF;
        string sign = bits < 0 ? "-" : "";
        return number == 0 ? sign + "0x0.0p+0" : $"{sign}0x{(power == 0 ? 0 : 1)}.{mantissa:x13}p{Math.Max(power, 1) - 1023:+0;-0;+0}";
    }

    private static StringBuilder AppendFixed(StringBuilder text, string digits, int point)
    {
        if (point <= 0)
        {
            return text.Append("0.").Append('0', -point).Append(digits);
        }

        return point >= digits.Length
            ? text.Append(digits).Append('0', point - digits.Length).Append(".0")
            : text.Append(digits, 0, point).Append('.').Append(digits, point, digits.Length - point);
    }

    private static StringBuilder AppendScientific(StringBuilder text, string digits, int point)
    {
        text.Append(digits[0]);
        if (digits.Length > 1)
        {
            text.Append('.').Append(digits, 1, digits.Length - 1);
        }

        int exponent = point - 1;
        return text.Append('e').Append(exponent < 0 ? '-' : '+').Append(Math.Abs(exponent).ToString("00"));
    }
}
