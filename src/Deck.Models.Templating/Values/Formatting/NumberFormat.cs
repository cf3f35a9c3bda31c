using System.Numerics;
using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>`format` of int, float and Decimal.</summary>
internal static class NumberFormat
{
    public static string OfInteger(IntegerValue value, string specification)
    {
        FormatSpecification format = FormatSpecification.Parse(specification, "int", '=');
        switch (format.Type)
        {
            case 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or '%':
                return OfReal(PythonDecimal.FromDouble(IntegerMath.ToDouble(value)), format, "int");
            case 'c':
                return OfPoint(value, format);
            case '\0' or 'd' or 'n' or 'b' or 'o' or 'x' or 'X':
                break;
            default:
                throw Unknown(format.Type, "int");
        }

        (int bits, string prefix) = Radix(format.Type);
        DemandIntegerForm(format, bits);
        string digits = ToDigits(BigInteger.Abs(value.Big), bits, format.Type == 'X');
        return Assemble(format, value.Sign < 0, format.IsAlternate ? prefix : "", (digits, ""));
    }

    public static string OfFloat(double value, string specification)
    {
        if (specification.Length == 0)
        {
            return FloatText.Repr(value);
        }

        FormatSpecification format = FormatSpecification.Parse(specification, "float", '=');
        return format.Type == '\0' && format.Precision < 0
            ? OfShortest(value, format)
            : OfReal(PythonDecimal.FromDouble(value), format, "float");
    }

    public static string OfDecimal(PythonDecimal value, string specification) =>
        specification.Length == 0 ? value.ToString() : DecimalFormat.Apply(value, FormatSpecification.Parse(specification, "decimal.Decimal", '='));

    private static void DemandIntegerForm(FormatSpecification format, int bits)
    {
        if (format.Precision >= 0)
        {
            throw TemplateException.ValueError("Precision not allowed in integer format specifier");
        }

        if (format.NormalizesZero)
        {
            throw TemplateException.ValueError("Negative zero coercion (z) not allowed in format specifier with integer presentation type");
        }

        if ((format.Grouping == ',' && bits > 0) || (format.Grouping != '\0' && format.Type == 'n'))
        {
            throw TemplateException.ValueError($"Cannot specify '{format.Grouping}' with '{format.Type}'.");
        }
    }

    /// <summary>Digits in base two to the power of <paramref name="bits"/>, or in base ten where that is 0.</summary>
    public static string ToDigits(BigInteger magnitude, int bits, bool upper)
    {
        if (bits == 0 || magnitude.IsZero)
        {
            return IntegerMath.ToText(magnitude);
        }

        var digits = new StringBuilder();
        for (BigInteger mask = (1 << bits) - 1; !magnitude.IsZero; magnitude >>= bits)
        {
            digits.Insert(0, (upper ? "0123456789ABCDEF" : "0123456789abcdef")[(int)(magnitude & mask)]);
        }

        return digits.ToString();
    }

    /// <summary>Sign, prefix, grouped and padded digits, and what follows them; infinity and NaN have no groups.</summary>
    public static string Assemble(FormatSpecification format, bool negative, string prefix, (string Digits, string Tail) number)
    {
        string sign = (negative ? "-" : format.Sign is '+' or ' ' ? format.Sign.ToString() : "") + prefix;
        int room = format.PadsWithZeros ? format.Width - sign.Length - number.Tail.Length : 0;
        bool isGrouped = format.Grouping != '\0' && number.Digits.Length > 0;
        string digits = !isGrouped
            ? number.Digits.PadLeft(Math.Max(room, 0), '0')
            : Group(number.Digits, format.Grouping, format.Type is 'b' or 'o' or 'x' or 'X' ? 4 : 3, room);
        if (format.Align == '=' && !format.PadsWithZeros)
        {
            return sign + format.Pad(digits + number.Tail, '>', sign.Length);
        }

        return format.Pad(sign + digits + number.Tail, '>');
    }

    public static TemplateException Unknown(char type, string typeName) =>
        TemplateException.ValueError($"Unknown format code '{type}' for object of type '{typeName}'");

    private static string Pad(this FormatSpecification format, string text, char align, int taken)
    {
        int missing = format.Width - taken - text.Length;
        return missing > 0 && align == '>' ? StringOperators.Repeat(format.Fill, missing) + text : text;
    }

    private static string OfReal(PythonDecimal exact, FormatSpecification format, string typeName)
    {
        if (format.Type == 'n' && format.Grouping != '\0')
        {
            throw TemplateException.ValueError($"Cannot specify '{format.Grouping}' with 'n'.");
        }

        if (format.Type is not ('\0' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or 'n' or '%'))
        {
            throw Unknown(format.Type, typeName);
        }

        if (!exact.IsFinite)
        {
            bool upper = format.Type is 'E' or 'F' or 'G';
            string name = (exact.IsNaN ? "nan" : "inf") + (format.Type == '%' ? "%" : "");
            return Assemble(format, exact.IsNegative && !exact.IsNaN, "", ("", upper ? name.ToUpperInvariant() : name));
        }

        if (format.Type == '%')
        {
            // Python multiplies the float itself, rounding and all.
            exact = PythonDecimal.FromDouble(exact.ToDouble() * 100);
        }

        (string digits, string rest) = FloatDigits.Of(exact.WithoutSign(), format.Type, format.Precision, format.IsAlternate)
            ?? throw Unknown(format.Type, typeName);
        bool isZero = !(digits + rest).Split('e', 'E')[0].AsSpan().ContainsAnyInRange('1', '9');
        return Assemble(format, exact.IsNegative && !(format.NormalizesZero && isZero), "", (digits, rest));
    }

    private static string OfShortest(double value, FormatSpecification format)
    {
        string text = FloatText.Repr(Math.Abs(value));
        if (format.IsAlternate && double.IsFinite(value) && !text.Contains('.'))
        {
            text = text.Replace("e", ".e", StringComparison.Ordinal);
        }

        int whole = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        bool negative = double.IsNegative(value) && !double.IsNaN(value) && !(format.NormalizesZero && value == 0);
        return Assemble(format, negative, "", whole < 0 ? (text, "") : (text[..whole], text[whole..]));
    }

    private static string OfPoint(IntegerValue value, FormatSpecification format)
    {
        if (format.NormalizesZero || format.Sign != '\0' || format.Precision >= 0 || format.Grouping != '\0' || format.IsAlternate)
        {
            throw TemplateException.ValueError("Sign not allowed with integer format specifier 'c'");
        }

        return value.Clamped is >= 0 and <= 0x10FFFF
            ? format.Pad(CodePoints.ToText((int)value.Clamped), '>')
            : throw new TemplateException("OverflowError", "%c arg not in range(0x110000)");
    }

    private static (int Bits, string Prefix) Radix(char type) =>
        type switch
        {
            'b' => (1, "0b"),
            'o' => (3, "0o"),
            'x' => (4, "0x"),
            'X' => (4, "0X"),
            _ => (0, ""),
        };

    /// <summary>Groups digits from the right; leading zeros fill the room and are grouped too.</summary>
    private static string Group(string digits, char separator, int size, int room)
    {
        // From the last digit to the first, and turned around: digits may be a million.
        var grouped = new List<char>();
        for (int i = 0; i < digits.Length || (grouped.Count < room && room > 0); i++)
        {
            if (i > 0 && i % size == 0)
            {
                grouped.Add(separator);
            }

            grouped.Add(i < digits.Length ? digits[^(i + 1)] : '0');
        }

        grouped.Reverse();
        return new string([.. grouped]);
    }
}
