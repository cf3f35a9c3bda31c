namespace Deck.Models.Templating.Values;

/// <summary>The digits of a real number in C's presentations e, f and g, correctly rounded (half to even) from its exact value.</summary>
internal static class FloatDigits
{
    private const int DefaultPrecision = 6;

    /// <summary>Digits before and text from the point on (of a percentage: of the number already multiplied); null where the presentation is none of a float.</summary>
    public static (string Digits, string Tail)? Of(PythonDecimal magnitude, char type, int precision, bool alternate)
    {
        int digits = precision < 0 ? DefaultPrecision : precision;
        Form form = new(digits, type is 'E' or 'G' ? 'E' : 'e', alternate);
        Form general = form with { Precision = Math.Max(digits, 1) };
        switch (type)
        {
            case 'f' or 'F':
                return Fixed(magnitude, form);
            case '%':
                (string whole, string rest) = Fixed(magnitude, form);
                return (whole, rest + "%");
            case 'e' or 'E':
                return Scientific(magnitude, form);
            case 'g' or 'G' or 'n':
                return General(magnitude, general, 0);
            case '\0':
                return General(magnitude, general, 1);
            default:
                return null;
        }
    }

    private static (string Digits, string Tail) Fixed(PythonDecimal magnitude, Form form)
    {
        string digits = DecimalMath.Rescale(magnitude, -form.Precision).Coefficient.ToString().PadLeft(form.Precision + 1, '0');
        string fraction = digits[^form.Precision..];
        return (digits[..^form.Precision], form.Precision > 0 || form.IsAlternate ? "." + fraction : "");
    }

    private static (string Digits, string Tail) Scientific(PythonDecimal magnitude, Form form)
    {
        (string digits, int exponent) = Significant(magnitude, form.Precision + 1);
        string fraction = form.Precision > 0 || form.IsAlternate ? "." + digits[1..] : "";
        return (digits[..1], fraction + Exponent(form.Letter, exponent));
    }

    /// <summary>Fixed or scientific by size, trailing zeros dropped unless in the alternate form.</summary>
    /// <param name="magnitude">The number.</param>
    /// <param name="form">With the number of significant digits as its precision.</param>
    /// <param name="point">1 where at least one digit follows the point (no presentation given), else 0.</param>
    private static (string Digits, string Tail) General(PythonDecimal magnitude, Form form, int point)
    {
        (string digits, int exponent) = Significant(magnitude, form.Precision);
        bool scientific = exponent < -4 || exponent >= form.Precision - point;
        string kept = form.IsAlternate ? digits : digits.TrimEnd('0');
        if (scientific)
        {
            kept = kept.Length == 0 ? "0" : kept;
            return (kept[..1], (kept.Length > 1 || form.IsAlternate ? "." + kept[1..] : "") + Exponent(form.Letter, exponent));
        }

        if (exponent < 0)
        {
            return ("0", "." + new string('0', -exponent - 1) + kept);
        }

        string whole = kept.Length <= exponent ? kept.PadRight(exponent + 1, '0') : kept[..(exponent + 1)];
        string fraction = kept.Length <= exponent + 1 ? "" : kept[(exponent + 1)..];
        return (whole, fraction.Length > 0 || form.IsAlternate ? "." + fraction : point == 1 ? ".0" : "");
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

    /// <summary>How the digits are to be written.</summary>
    /// <param name="Precision">Digits behind the point, or significant digits.</param>
    /// <param name="Letter">The e or E of an exponent.</param>
    /// <param name="IsAlternate">Whether trailing zeros and a point without digits stay.</param>
    private readonly record struct Form(int Precision, char Letter, bool IsAlternate);

    private static string Exponent(char letter, int exponent) => $"{letter}{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
}
