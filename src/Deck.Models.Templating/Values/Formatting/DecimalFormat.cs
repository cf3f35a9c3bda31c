using System.Numerics;

namespace Deck.Models.Templating.Values;

/// <summary>`format` of Decimal, which keeps its own digits where no precision is given.</summary>
internal static class DecimalFormat
{
    public static string Apply(PythonDecimal value, FormatSpecification format)
    {
        if (format.AlignsTwice || format.IsAlternate || format.Grouping == '_' || format.Type is not ('\0' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or 'n' or '%'))
        {
            throw TemplateException.ValueError("invalid format string");
        }

        if (!value.IsFinite)
        {
            return NumberFormat.Assemble(format, value.IsNegative, "", ("", value.WithoutSign().ToString()));
        }

        PythonDecimal rounded = Round(value, format);
        string digits = rounded.Coefficient.ToString();
        int left = rounded.Exponent + digits.Length;
        int point = format.Type switch
        {
            'e' or 'E' => rounded.IsZero && format.Precision >= 0 ? 1 - format.Precision : 1,
            'f' or 'F' or '%' => left,
            _ => rounded.Exponent <= 0 && left > -6 ? left : 1,
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

    private static PythonDecimal Round(PythonDecimal value, FormatSpecification format)
    {
        PythonDecimal number = format.Type == '%' ? PythonDecimal.Finite(value.IsNegative, value.Coefficient, value.Exponent + 2) : value;
        bool isFixed = format.Type is 'f' or 'F' or '%';
        if (format.Precision < 0)
        {
            return isFixed && number.Exponent > 0 ? DecimalMath.Rescale(number, 0) : number;
        }

        return isFixed ? DecimalMath.Rescale(number, -format.Precision)
            : format.Type is 'e' or 'E' ? ToDigits(number, format.Precision + 1)
            : DecimalMath.Round(number, Math.Max(format.Precision, 1));
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
