using System.Globalization;
using System.Numerics;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Rendering;

/// <summary>A number as Python's source has it: decimal, hexadecimal, octal or binary, underscores between the digits.</summary>
internal static class NumberLiteral
{
    /// <param name="digits">The number without a sign.</param>
    /// <param name="isPrefixed">True for `0x`, `0o` and `0b`.</param>
    /// <exception cref="FormatException">Python has no such number.</exception>
    public static Value Parse(string digits, bool isPrefixed)
    {
        string bare = HasLooseUnderscore(digits, isPrefixed) ? throw new FormatException() : digits.Replace("_", "", StringComparison.Ordinal);
        if (isPrefixed)
        {
            return Value.Of(Whole(bare[2..], char.ToLowerInvariant(bare[1]) switch { 'x' => 16, 'o' => 8, _ => 2 }));
        }

        if (bare.All(char.IsAsciiDigit))
        {
            bool leadsWithZero = bare.Length > 1 && bare[0] == '0' && bare.Any(d => d != '0');
            return leadsWithZero ? throw new FormatException() : Value.Of(BigInteger.Parse(bare, CultureInfo.InvariantCulture));
        }

        const NumberStyles Styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(bare, Styles, CultureInfo.InvariantCulture, out double number) ? Value.Of(number) : throw new FormatException();
    }

    /// <summary>True where an underscore does not stand between two digits, or behind the prefix.</summary>
    private static bool HasLooseUnderscore(string digits, bool isPrefixed)
    {
        for (int at = digits.IndexOf('_'); at >= 0; at = digits.IndexOf('_', at + 1))
        {
            bool follows = at > 0 && (char.IsAsciiDigit(digits[at - 1]) || (isPrefixed && (at == 2 || char.IsAsciiHexDigit(digits[at - 1]))));
            bool leads = at + 1 < digits.Length && (char.IsAsciiDigit(digits[at + 1]) || (isPrefixed && char.IsAsciiHexDigit(digits[at + 1])));
            if (!follows || !leads)
            {
                return true;
            }
        }

        return false;
    }

    private static BigInteger Whole(string digits, int radix)
    {
        BigInteger whole = 0;
        foreach (char unit in digits.Length > 0 ? digits : throw new FormatException())
        {
            int digit = char.IsAsciiHexDigit(unit) ? Convert.ToInt32(unit.ToString(), 16) : radix;
            whole = digit < radix ? (whole * radix) + digit : throw new FormatException();
        }

        return whole;
    }
}
