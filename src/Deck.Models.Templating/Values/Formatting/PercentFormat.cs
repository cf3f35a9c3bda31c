using System.Numerics;
using System.Text;
using Deck.Models.Templating.Builtins;

namespace Deck.Models.Templating.Values;

/// <summary>Python's `template % arguments`.</summary>
internal static class PercentFormat
{
    public static StringValue Apply(StringValue template, Value arguments)
    {
        var reader = new PercentReader(template, arguments);
        var text = new StringBuilder();
        while (reader.TryNext(text, out PercentDirective directive))
        {
            text.AppendBounded(Convert(directive, reader.Next(), template.IsMarkup));
        }

        reader.DemandAllUsed();
        return template.Like(text.ToString());
    }

    private static string Convert(PercentDirective directive, Value value, bool escapes)
    {
        switch (directive.Type)
        {
            case 's' or 'r' or 'a':
                return Text(directive, value, escapes);
            case 'c':
                return directive.Pad("", Character(Plain(value, directive.Type, escapes)), false);
            case 'd' or 'i' or 'u':
                return Whole(directive, Integer(escapes ? Number(value, directive.Type) : value, directive.Type, false), 0);
            case 'x' or 'X':
                return Whole(directive, Integer(Plain(value, directive.Type, escapes), directive.Type, true), 4);
            case 'o':
                return Whole(directive, Integer(Plain(value, directive.Type, escapes), directive.Type, true), 3);
            case 'e' or 'E' or 'f' or 'F' or 'g' or 'G':
                return Real(directive, escapes ? Value.Of(NumberReader.ToFloat(value)) : value);
            default:
                throw TemplateException.ValueError($"unsupported format character '{directive.Type}' (0x{(int)directive.Type:x})");
        }
    }

    /// <summary>A value where Markup does not wrap it: what wraps is no int.</summary>
    private static Value Plain(Value value, char type, bool escapes) =>
        escapes ? throw TemplateException.TypeError($"%{type} format: an integer is required, not _MarkupEscapeHelper") : value;

    /// <summary>What `int()` makes of a value that Markup wraps.</summary>
    private static Value Number(Value value, char type) =>
        value is not StringValue text ? value
        : NumberReader.TryInteger(text.Text, 10, out BigInteger number) ? Value.Of(number)
        : throw TemplateException.ValueError($"invalid literal for int() with base 10: {text.Repr()} (%{type})");

    private static string Text(PercentDirective directive, Value value, bool escapes)
    {
        string text = directive.Type switch { 's' => value.ToText(), 'r' => value.Repr(), _ => StringRepr.ToAscii(value.Repr()) };
        if (escapes && (directive.Type != 's' || value is not StringValue { IsMarkup: true }))
        {
            text = Html.Escape(text);
        }

        if (directive.Precision >= 0 && directive.Precision < CodePoints.Count(text))
        {
            text = text[..CodePoints.UnitOf(text, directive.Precision)];
        }

        return directive.Pad("", text, false);
    }

    private static string Character(Value value)
    {
        if (value is StringValue { PointCount: 1 } letter)
        {
            return letter.Text;
        }

        if (!IntegerValue.TryFrom(value, out IntegerValue? integer))
        {
            throw TemplateException.TypeError("%c requires int or char");
        }

        return integer.Clamped is >= 0 and <= 0x10FFFF
            ? CodePoints.ToText((int)integer.Clamped)
            : throw new TemplateException("OverflowError", "%c arg not in range(0x110000)");
    }

    private static BigInteger Integer(Value value, char type, bool exact)
    {
        if (IntegerValue.TryFrom(value, out IntegerValue? integer))
        {
            return integer.Big;
        }

        return (value, exact) switch
        {
            (UndefinedValue undefined, false) => throw undefined.Failure(),
            (FloatValue real, false) => FloatValue.Truncate(real.Number).Big,
            (DecimalValue number, false) => number.Truncate().Big,
            (_, true) => throw TemplateException.TypeError($"%{type} format: an integer is required, not {value.TypeName}"),
            _ => throw TemplateException.TypeError($"%{type} format: a real number is required, not {value.TypeName}"),
        };
    }

    private static string Whole(PercentDirective directive, BigInteger number, int bits)
    {
        string digits = NumberFormat.ToDigits(BigInteger.Abs(number), bits, directive.Type == 'X').PadLeft(Math.Max(directive.Precision, 0), '0');
        string prefix = directive.Has('#') && bits > 0 ? "0" + directive.Type : "";
        return directive.Pad(directive.Sign(number.Sign < 0) + prefix, digits, true);
    }

    private static string Real(PercentDirective directive, Value value)
    {
        double number = value switch
        {
            DecimalValue exact => exact.Number.ToDouble(),
            UndefinedValue undefined => throw undefined.Failure(),
            _ => FloatValue.TryFrom(value, out double real) ? real : throw TemplateException.TypeError($"must be real number, not {value.TypeName}"),
        };
        string sign = directive.Sign(double.IsNegative(number) && !double.IsNaN(number));
        if (!double.IsFinite(number))
        {
            string name = double.IsNaN(number) ? "nan" : "inf";
            return directive.Pad(sign, char.IsUpper(directive.Type) ? name.ToUpperInvariant() : name, true);
        }

        (string digits, string rest) = FloatDigits.Of(PythonDecimal.FromDouble(Math.Abs(number)), directive.Type, directive.Precision, directive.Has('#'))
            ?? throw TemplateException.ValueError($"unsupported format character '{directive.Type}'");
        return directive.Pad(sign, digits + rest, true);
    }
}
