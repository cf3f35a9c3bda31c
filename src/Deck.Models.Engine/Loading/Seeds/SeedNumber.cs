namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>A number that PostgreSQL reads as it stands: digits, with at most a sign before and a point between them.</summary>
/// <param name="Size">The type that holds it.</param>
/// <param name="HasPoint">Whether there is a point, also where only zeros follow.</param>
/// <param name="IsShortest">True where no zero says nothing: `-12`, `0.5`, not `1.50`.</param>
internal readonly record struct SeedNumber(SeedNumberSize Size, bool HasPoint, bool IsShortest)
{
    // `long` holds all of eighteen digits.
    private const int MostDigits = 18;

    /// <summary>Reads the digits of a text; null also of what takes a closer look: many digits, and a negative zero, whose sign would stay.</summary>
    public static SeedNumber? Read(ReadOnlySpan<byte> text)
    {
        bool isNegative = text is [(byte)'-', ..];
        ReadOnlySpan<byte> digits = isNegative ? text[1..] : text;
        int end = ReadDigits(digits, out long whole);
        if (end == 0 || digits.Length > MostDigits)
        {
            return null;
        }

        bool hasPoint = end < digits.Length;
        long fraction = 0;
        if (hasPoint && (digits[end] != '.' || end + 1 == digits.Length || end + 1 + ReadDigits(digits[(end + 1)..], out fraction) < digits.Length))
        {
            return null;
        }

        SeedNumberSize size = fraction > 0 ? SeedNumberSize.Fractional
            : (isNegative ? -whole : whole) is >= int.MinValue and <= int.MaxValue ? SeedNumberSize.Integer : SeedNumberSize.BigInteger;
        bool isShortest = (digits[0] != '0' || end == 1) && !(hasPoint && digits[^1] == '0');
        return isNegative && whole + fraction == 0 ? null : new SeedNumber(size, hasPoint, isShortest);
    }

    /// <summary>How many digits a text begins with, and their value.</summary>
    private static int ReadDigits(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        for (int i = 0; i < text.Length; i++)
        {
            uint digit = (uint)(text[i] - '0');
            if (digit > 9)
            {
                return i;
            }

            value = (value * 10) + digit;
        }

        return text.Length;
    }
}
