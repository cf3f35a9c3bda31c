using System.Buffers;
using System.Globalization;
using System.Numerics;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>Types plain scalars by YAML 1.1, as PyYAML's resolver and safe constructor do.</summary>
internal static class YamlScalars
{
    private static readonly SearchValues<char> DigitsAndUnderscore = SearchValues.Create("0123456789_");

    /// <summary>The value of a plain scalar without a tag.</summary>
    public static Value Resolve(string text, Location location, List<Diagnostic> diagnostics)
    {
        if (text.Length == 0)
        {
            return Value.None;
        }

        char first = text[0];
        if (char.IsAsciiDigit(first) || first is '+' or '-' or '.')
        {
            return ResolveNumberOrDate(text, location, diagnostics);
        }

        return text switch
        {
            "~" or "null" or "Null" or "NULL" => Value.None,
            "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON" => BooleanValue.True,
            "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF" => BooleanValue.False,
            _ => Value.Of(text),
        };
    }

    /// <summary>The value of a scalar with an explicit tag such as `!!str`.</summary>
    public static Value ResolveTagged(string tag, string text, Location location, List<Diagnostic> diagnostics)
    {
        string kind = YamlTags.KindOf(tag);
        if (kind is "str" or "")
        {
            return Value.Of(text);
        }

        if (kind is "null")
        {
            return Value.None;
        }

        Value value = kind == "binary" ? BytesValue.FromBase64(text) ?? Value.None : Resolve(text, location, diagnostics);
        switch (kind)
        {
            case "int" when value is IntegerValue:
            case "bool" when value is BooleanValue:
            case "float" when value is FloatValue:
            case "timestamp" when value is DateValue or DateTimeValue:
            case "binary" when value is BytesValue:
                return value;
            case "float" when value is IntegerValue whole:
                return Value.Of((double)whole.Big);
            default:
                string message = kind is "int" or "bool" or "float" or "timestamp" or "binary" ? $"`{text}` is not of the type `!!{kind}`" : $"tag `{tag}` is not known";
                diagnostics.Add(Diagnostic.Error(YamlCodes.BadTag, message, location));
                return Value.Of(text);
        }
    }

    private static Value ResolveNumberOrDate(string text, Location location, List<Diagnostic> diagnostics)
    {
        if (TryReadInteger(text, out BigInteger integer))
        {
            return Value.Of(integer);
        }

        if (TryReadFloat(text, out double number))
        {
            return Value.Of(number);
        }

        switch (YamlTimestamps.TryRead(text, out Value? moment))
        {
            case YamlTimestampResult.Valid when moment is not null:
                return moment;
            case YamlTimestampResult.Impossible:
                diagnostics.Add(Diagnostic.Error(YamlCodes.BadDate, $"`{text}` is not a date of the calendar", location).WithHint("put quotes around it where a text is meant"));
                return Value.Of(text);
            default:
                return Value.Of(text);
        }
    }

    private static bool TryReadInteger(string text, out BigInteger value)
    {
        value = default;
        int sign = SplitSign(text, out ReadOnlySpan<char> digits);
        if (digits.Length == 0 || !char.IsAsciiDigit(digits[0]))
        {
            return false;
        }

        bool read = digits switch
        {
            ['0', 'b', ..] => TryReadRadix(digits[2..], 2, out value),
            ['0', 'x', ..] => TryReadRadix(digits[2..], 16, out value),
            ['0', _, ..] => TryReadRadix(digits[1..], 8, out value),
            _ => digits.Contains(':') ? TryReadSexagesimal(digits, out value) : TryReadRadix(digits, 10, out value),
        };
        value *= sign;
        return read;
    }

    /// <summary>Digits of one radix with underscores between; at least one character, and one digit once they are removed.</summary>
    private static bool TryReadRadix(ReadOnlySpan<char> text, int radix, out BigInteger value)
    {
        value = BigInteger.Zero;
        bool any = false;
        long small = 0;
        bool isSmall = text.Length < 16;
        foreach (char c in text)
        {
            if (c == '_')
            {
                continue;
            }

            int digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : radix;
            if (digit >= radix)
            {
                return false;
            }

            any = true;
            small = isSmall ? (small * radix) + digit : 0;
            value = isSmall ? value : (value * radix) + digit;
        }

        value = isSmall ? small : value;
        return any;
    }

    /// <summary>`1:30` is 90: parts of 60, the first one free.</summary>
    private static bool TryReadSexagesimal(ReadOnlySpan<char> text, out BigInteger value)
    {
        value = BigInteger.Zero;
        bool first = true;
        foreach (Range range in text.Split(':'))
        {
            ReadOnlySpan<char> part = text[range];
            bool fits = first ? part[0] != '0' : part.Length is 1 or 2 && part.IndexOfAnyExceptInRange('0', '9') < 0 && (part.Length == 1 || part[0] <= '5');
            if (!fits || !TryReadRadix(part, 10, out BigInteger number))
            {
                return false;
            }

            value = (value * 60) + number;
            first = false;
        }

        return true;
    }

    /// <summary>PyYAML's floats: a dot is needed, and a sign in the exponent; `1e3` is a text.</summary>
    private static bool TryReadFloat(string text, out double value)
    {
        int sign = SplitSign(text, out ReadOnlySpan<char> body);
        if (TryReadUnusualFloat(text, body, sign, out value))
        {
            return true;
        }

        int dot = body.IndexOf('.');
        if (dot < 0 || body.Length == 1)
        {
            return false;
        }

        if (body.Contains(':'))
        {
            return TryReadSexagesimalFloat(body, dot, sign, out value);
        }

        bool leadingDot = dot == 0;
        if (leadingDot ? body.Length != text.Length || !char.IsAsciiDigit(body[1]) : !AreDigits(body[..dot]))
        {
            return false;
        }

        return TryReadFraction(body[dot..], true, out _)
            && double.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>`.inf`, with a sign or without, and `.nan`.</summary>
    private static bool TryReadUnusualFloat(string text, ReadOnlySpan<char> body, int sign, out double value)
    {
        bool infinite = body is ".inf" or ".Inf" or ".INF";
        bool notANumber = text is ".nan" or ".NaN" or ".NAN";
        value = infinite ? sign * double.PositiveInfinity : notANumber ? double.NaN : 0;
        return infinite || notANumber;
    }

    private static bool TryReadSexagesimalFloat(ReadOnlySpan<char> text, int dot, int sign, out double value)
    {
        value = 0;
        if (text.LastIndexOf(':') > dot || !TryReadSexagesimal(text[..dot], out BigInteger whole) || !TryReadFraction(text[dot..], false, out double fraction))
        {
            return false;
        }

        value = sign * ((double)whole + fraction);
        return true;
    }

    /// <summary>`.25` or, where allowed, `.25e+3`; digits may be absent.</summary>
    private static bool TryReadFraction(ReadOnlySpan<char> text, bool allowExponent, out double value)
    {
        value = 0;
        int exponent = allowExponent ? text.IndexOfAny('e', 'E') : -1;
        ReadOnlySpan<char> digits = exponent < 0 ? text[1..] : text[1..exponent];
        if (digits.ContainsAnyExcept(DigitsAndUnderscore))
        {
            return false;
        }

        if (exponent >= 0 && !(exponent + 2 < text.Length && text[exponent + 1] is '+' or '-' && text[(exponent + 2)..].IndexOfAnyExceptInRange('0', '9') < 0))
        {
            return false;
        }

        double.TryParse("0." + digits.ToString().Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        return true;
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => char.IsAsciiDigit(text[0]) && !text.ContainsAnyExcept(DigitsAndUnderscore);

    private static int SplitSign(string text, out ReadOnlySpan<char> digits)
    {
        digits = text[0] is '-' or '+' ? text.AsSpan(1) : text;
        return text[0] == '-' ? -1 : 1;
    }
}
