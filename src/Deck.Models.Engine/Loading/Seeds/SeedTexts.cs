using System.Buffers.Text;
using System.Text;

namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>Recognises values, in UTF-8, that stand in a seed just as PostgreSQL reads them, which most do: nothing has to be parsed or written anew.</summary>
internal static class SeedTexts
{
    // `int` holds all of nine digits, `long` all of eighteen.
    private const int DigitsOfInteger = 9;
    private const int DigitsOfLong = 18;

    /// <summary>The kind that a value plainly has besides text; None where that takes a closer look.</summary>
    public static SeedValueKind KindOf(ReadOnlySpan<byte> text) => text switch
    {
        [(byte)'t' or (byte)'T' or (byte)'f' or (byte)'F', ..] => IsBoolean(text) ? SeedValueKind.Boolean : SeedValueKind.None,
        [_, _, _, _, (byte)'-', _, _, (byte)'-', _, _, ..] => MomentOf(text),
        _ => IsNumber(text) ? SeedValueKind.Number : SeedValueKind.None,
    };

    /// <summary>Digits, with at most a sign before and a point between them; a negative zero is none, as its sign would stay.</summary>
    public static bool IsNumber(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> digits = text is [(byte)'-', ..] ? text[1..] : text;
        int point = digits.IndexOf((byte)'.');
        return (point < 0 ? AreDigits(digits) : AreDigits(digits[..point]) && AreDigits(digits[(point + 1)..]))
            && (digits.Length == text.Length || digits.ContainsAnyInRange((byte)'1', (byte)'9'));
    }

    /// <summary>True for a number without zeros that say nothing: `-12`, `0.5`, not `1.50`.</summary>
    public static bool IsShortest(ReadOnlySpan<byte> number)
    {
        ReadOnlySpan<byte> digits = number is [(byte)'-', ..] ? number[1..] : number;
        return digits is [not (byte)'0', ..] or [(byte)'0'] or [(byte)'0', (byte)'.', ..] && !(digits.Contains((byte)'.') && digits[^1] == '0');
    }

    /// <summary>The size of a number, and whether it is a whole one with a point; null where it is too long to tell at a glance.</summary>
    public static (SeedNumberSize Size, bool HasPoint)? SizeOf(ReadOnlySpan<byte> number)
    {
        int point = number.IndexOf((byte)'.');
        if (point >= 0 && number[point..].ContainsAnyInRange((byte)'1', (byte)'9'))
        {
            return (SeedNumberSize.Fractional, true);
        }

        ReadOnlySpan<byte> whole = point < 0 ? number : number[..point];
        return whole.Length <= DigitsOfInteger ? (SeedNumberSize.Integer, point >= 0)
            : whole.Length <= DigitsOfLong && Utf8Parser.TryParse(whole, out long value, out _) ? (value is >= int.MinValue and <= int.MaxValue ? SeedNumberSize.Integer : SeedNumberSize.BigInteger, point >= 0)
            : null;
    }

    /// <summary>False where a value that is not empty is sure to be none of those that stand for NULL: white space, `null`.</summary>
    public static bool MayBeNull(ReadOnlySpan<byte> text) => text[0] is <= 32 or (byte)'n' or (byte)'N' or 0xC2 or 0xE1 or 0xE2 or 0xE3;

    /// <summary>`2026-03-22`.</summary>
    public static bool IsDate(ReadOnlySpan<byte> text) =>
        text is [_, _, _, _, (byte)'-', _, _, (byte)'-', _, _]
        && TryDigits(text[..4], out int year) && TryDigits(text[5..7], out int month) && TryDigits(text[8..], out int day)
        && year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>`2026-03-22 08:05:00`, with a `T` in between where that is asked for.</summary>
    public static bool IsTimestamp(ReadOnlySpan<byte> text, char between = ' ') =>
        text.Length == 19 && text[10] == between && text[13] == ':' && text[16] == ':'
        && IsDate(text[..10])
        && TryDigits(text[11..13], out int hour) && TryDigits(text[14..16], out int minute) && TryDigits(text[17..], out int second)
        && hour < 24 && minute < 60 && second < 60;

    private static SeedValueKind MomentOf(ReadOnlySpan<byte> text) =>
        IsDate(text) ? SeedValueKind.Date
        : IsTimestamp(text) ? SeedValueKind.Timestamp
        : IsIsoTimestamp(text) ? SeedValueKind.IsoTimestamp
        : SeedValueKind.None;

    /// <summary>`2026-03-22T08:05:00`, with at most six digits of a fraction and a `Z`.</summary>
    private static bool IsIsoTimestamp(ReadOnlySpan<byte> text)
    {
        if (text.Length < 19 || !IsTimestamp(text[..19], 'T'))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = text[^1] == 'Z' ? text[19..^1] : text[19..];
        return rest is [] || (rest is [(byte)'.', _, ..] && rest.Length <= 7 && AreDigits(rest[1..]));
    }

    /// <summary>`true` or `false` in any case.</summary>
    private static bool IsBoolean(ReadOnlySpan<byte> text) => Ascii.EqualsIgnoreCase(text, "true"u8) || Ascii.EqualsIgnoreCase(text, "false"u8);

    private static bool AreDigits(ReadOnlySpan<byte> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    private static bool TryDigits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (byte c in text)
        {
            number = (number * 10) + c - '0';
            if (c is < (byte)'0' or > (byte)'9')
            {
                return false;
            }
        }

        return true;
    }
}
