using System.Numerics;

namespace Deck.Models.Templating.Values;

/// <summary>`format` of Decimal, which keeps its own digits where no precision is given.</summary>
internal static class DecimalFormat
{
    public static string Apply(PythonDecimal value, FormatSpecification format)
    {
        DemandForm(format);
        if (!value.IsFinite)
        {
            return NumberFormat.Assemble(format.WithoutDigits, value.IsNegative, "", ("", value.WithoutSign() + (format.Type == '%' ? "%" : "")));
        }

        (PythonDecimal rounded, int zeros) = Round(value, format);
        string digits = rounded.Coefficient + new string('0', zeros);
        int exponent = rounded.Exponent - zeros;
        int left = exponent + digits.Length;
        int point = format.Type switch
        {
            'e' or 'E' => rounded.IsZero && format.Precision >= 0 ? 1 - format.Precision : 1,
            'f' or 'F' or '%' => left,
            _ => exponent <= 0 && left > -6 ? left : 1,
        };
        (string whole, string fraction) =
            point <= 0 ? ("0", new string('0', -point) + digits)
            : point >= digits.Length ? (digits.PadRight(point, '0'), "")
            : (digits[..point], digits[point..]);
        char letter = format.Type is 'e' or 'g' or 'n' ? 'e' : 'E';
        string rest = (fraction.Length > 0 ? "." + fraction : "")
            + (left != point || format.Type is 'e' or 'E' ? $"{letter}{left - point:+0;-0;+0}" : "")
            + (format.Type == '%' ? "%" : "");
        return NumberFormat.Assemble(format, rounded.IsNegative, "", (whole, rest));
    }

    private static void DemandForm(FormatSpecification format)
    {
        bool isMixed = format.Type == 'n' && format.Grouping != '\0';
        bool isKnown = format.Type is '\0' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or 'n' or '%';
        if (!isKnown || isMixed || format.AlignsTwice || format.IsAlternate || format.Grouping == '_')
        {
            throw TemplateException.ValueError("invalid format string");
        }
    }

    /// <summary>The number as its digits are shown, and how many zeros follow them; a number of a million digits is not computed.</summary>
    private static (PythonDecimal Number, int Zeros) Round(PythonDecimal value, FormatSpecification format)
    {
        PythonDecimal number = format.Type == '%' ? PythonDecimal.Finite(value.IsNegative, value.Coefficient, value.Exponent + 2) : value;
        if (format.Type is 'f' or 'F' or '%')
        {
            int exponent = format.Precision < 0 ? Math.Min(number.Exponent, 0) : -format.Precision;
            bool isShorter = number.Exponent > exponent && !number.IsZero;
            return isShorter ? (number, number.Exponent - exponent) : (DecimalMath.Rescale(number, exponent), 0);
        }

        return format.Precision < 0 ? (number, 0)
            : format.Type is 'e' or 'E' ? (ToDigits(number, format.Precision + 1), 0)
            : (DecimalMath.Round(number, Math.Max(format.Precision, 1)), 0);
    }

    /// <summary>The number with exactly so many digits.</summary>
    private static PythonDecimal ToDigits(PythonDecimal number, int count)
    {
        PythonDecimal rounded = DecimalMath.Round(number, count);
        int missing = count - rounded.Digits;
        return rounded.IsZero || missing <= 0
            ? rounded
            : PythonDecimal.Finite(rounded.IsNegative, rounded.Coefficient * BigInteger.Pow(10, missing), rounded.Exponent - missing);
    }
}
