using System.Globalization;
using System.Numerics;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>Python's `int(...)` and `float(...)` of texts and values.</summary>
internal static class NumberReader
{
    /// <summary>CPython's bound on the digits of an int.</summary>
    private const int MaxDigits = 4300;

    /// <summary>Reads an int in a base from 2 to 36, or 0 for the one that the prefix says.</summary>
    public static bool TryInteger(string text, int numberBase, out BigInteger value)
    {
        value = BigInteger.Zero;
        string digits = Plain(text);
        bool negative = digits.StartsWith('-');
        digits = digits is ['-' or '+', ..] ? digits[1..] : digits;
        int prefixed = digits is ['0', 'x' or 'X', ..] ? 16 : digits is ['0', 'o' or 'O', ..] ? 8 : digits is ['0', 'b' or 'B', ..] ? 2 : 0;
        if (prefixed != 0 && (numberBase == 0 || numberBase == prefixed))
        {
            digits = digits[2..].StartsWith('_') ? digits[3..] : digits[2..];
            numberBase = prefixed;
        }
        else if (numberBase == 0)
        {
            numberBase = 10;
            if (digits.Length > 1 && digits[0] == '0' && digits.AsSpan().ContainsAnyExcept("0_"))
            {
                return false;
            }
        }

        if (numberBase is < 2 or > 36 || !TryJoin(digits, out digits))
        {
            return false;
        }

        return TryDigits(digits, numberBase, negative, out value);
    }

    /// <summary>Python's `float(value)`; false where it raises TypeError or ValueError.</summary>
    public static bool TryFloat(Value value, out double number)
    {
        switch (value)
        {
            case UndefinedValue undefined:
                throw undefined.Failure();
            case DecimalValue exact:
                number = exact.Number.ToDouble();
                return true;
            case StringValue text:
                return TryFloat(text.Text, out number);
            default:
                return FloatValue.TryFrom(value, out number);
        }
    }

    public static double ToFloat(Value value) =>
        TryFloat(value, out double number) ? number
        : value is StringValue ? throw TemplateException.ValueError($"could not convert string to float: {value.Repr()}")
        : throw TemplateException.TypeError($"float() argument must be a string or a real number, not '{value.TypeName}'");

    private static bool TryFloat(string text, out double number)
    {
        string plain = Plain(text);
        string name = plain.TrimStart('-', '+').ToLowerInvariant();
        number = name is "inf" or "infinity" ? double.PositiveInfinity : double.NaN;
        if (name is "nan" or "inf" or "infinity" && plain.Length - name.Length <= 1)
        {
            number = plain.StartsWith('-') ? -number : number;
            return true;
        }

        return TryJoin(plain, out string digits)
            && digits.Length > 0 && (char.IsAsciiDigit(digits[^1]) || digits[^1] == '.')
            && double.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>The text without white space around it, digits of all scripts as ASCII ones.</summary>
    private static string Plain(string text)
    {
        string trimmed = Whitespace.Trim(text, true, true);
        return System.Text.Ascii.IsValid(trimmed) ? trimmed : string.Concat(CodePoints.Of(trimmed).Select(AsAscii));
    }

    private static string AsAscii(int point)
    {
        string letter = CodePoints.ToText(point);
        int digit = CharUnicodeInfo.GetDecimalDigitValue(letter, 0);
        return digit >= 0 ? digit.ToString() : letter;
    }

    /// <summary>Drops single underscores between digits; false where one stands elsewhere.</summary>
    private static bool TryJoin(string text, out string joined)
    {
        joined = text;
        for (int i = text.IndexOf('_'); i >= 0; i = text.IndexOf('_', i + 1))
        {
            if (i == 0 || i == text.Length - 1 || !char.IsAsciiLetterOrDigit(text[i - 1]) || !char.IsAsciiLetterOrDigit(text[i + 1]))
            {
                return false;
            }

            joined = text.Replace("_", "", StringComparison.Ordinal);
        }

        return true;
    }

    private static bool TryDigits(string digits, int numberBase, bool negative, out BigInteger value)
    {
        value = BigInteger.Zero;
        if (digits.Length > MaxDigits)
        {
            return false;
        }

        foreach (char letter in digits)
        {
            int digit = char.IsAsciiDigit(letter) ? letter - '0' : char.IsAsciiLetter(letter) ? (letter | 0x20) - 'a' + 10 : 99;
            if (digit >= numberBase)
            {
                return false;
            }

            value = (value * numberBase) + digit;
        }

        value = negative ? -value : value;
        return digits.Length > 0;
    }
}
