namespace Deck.Models.Templating.Values;

/// <summary>The digits of a real number in C's presentations e, f and g, correctly rounded (half to even) from its exact value.</summary>
internal static class FloatDigits
{
    private const int DefaultPrecision = 6;

    /// <summary>Digits before and text from the point on (of a percentage: of the number already multiplied); null where the presentation is none of a float.</summary>
    public static (string Digits, string Tail)? Of(PythonDecimal magnitude, char type, int precision, bool alternate)
    {
        int digits = precision < 0 ? DefaultPrecision : precision;
        char exponent = type is 'E' or 'G' ? 'E' : 'e';
        switch (type)
        {
            case 'f' or 'F':
                return Fixed(magnitude, digits, alternate);
            case '%':
                (string whole, string rest) = Fixed(magnitude, digits, alternate);
                return (whole, rest + "%");
            case 'e' or 'E':
                return Scientific(magnitude, digits, exponent, alternate);
            case 'g' or 'G' or 'n':
                return General(magnitude, Math.Max(digits, 1), exponent, alternate, 0);
            case '\0':
                return General(magnitude, Math.Max(digits, 1), exponent, alternate, 1);
            default:
                return null;
        }
    }

    private static (string Digits, string Tail) Fixed(PythonDecimal magnitude, int precision, bool alternate)
    {
        string digits = DecimalMath.Rescale(magnitude, -precision).Coefficient.ToString().PadLeft(precision + 1, '0');
        string fraction = digits[^precision..];
        return (digits[..^precision], precision > 0 || alternate ? "." + fraction : "");
    }

    private static (string Digits, string Tail) Scientific(PythonDecimal magnitude, int precision, char letter, bool alternate)
    {
        (string digits, int exponent) = Significant(magnitude, precision + 1);
        string fraction = precision > 0 || alternate ? "." + digits[1..] : "";
        return (digits[..1], fraction + Exponent(letter, exponent));
    }

    /// <summary>Fixed or scientific by size, trailing zeros dropped unless in the alternate form.</summary>
    /// <param name="magnitude">The number.</param>
    /// <param name="precision">Significant digits.</param>
    /// <param name="letter">e or E.</param>
    /// <param name="alternate">Whether trailing zeros stay.</param>
    /// <param name="point">1 where at least one digit follows the point (no presentation given), else 0.</param>
    private static (string Digits, string Tail) General(PythonDecimal magnitude, int precision, char letter, bool alternate, int point)
    {
        (string digits, int exponent) = Significant(magnitude, precision);
        bool scientific = exponent < -4 || exponent >= precision - point;
        string kept = alternate ? digits : digits.TrimEnd('0');
        if (scientific)
        {
            kept = kept.Length == 0 ? "0" : kept;
            return (kept[..1], (kept.Length > 1 || alternate ? "." + kept[1..] : "") + Exponent(letter, exponent));
        }

        if (exponent < 0)
        {
            return ("0", "." + new string('0', -exponent - 1) + kept);
        }

        string whole = kept.Length <= exponent ? kept.PadRight(exponent + 1, '0') : kept[..(exponent + 1)];
        string fraction = kept.Length <= exponent + 1 ? "" : kept[(exponent + 1)..];
        return (whole, fraction.Length > 0 || alternate ? "." + fraction : point == 1 ? ".0" : "");
    }

    private static (string Digits, int Exponent) Significant(PythonDecimal magnitude, int count)
    {
        if (magnitude.Coefficient.IsZero)
        {
            return (new string('0', count), 0);
        }

        PythonDecimal rounded = DecimalMath.Round(magnitude, count);
        string digits = rounded.Coefficient.ToString();
        int exponent = digits.Length + rounded.Exponent - 1;
        return (digits.Length > count ? digits[..count] : digits.PadRight(count, '0'), exponent);
    }

    private static string Exponent(char letter, int exponent) => $"{letter}{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
}
