using System.Buffers;
using System.Text;

namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>Recognises values, in UTF-8, that stand in a seed just as PostgreSQL reads them, which most do: nothing has to be parsed or written anew.</summary>
internal static class SeedTexts
{
    /// <summary>The kind, beside numbers and text, that a value plainly has; None where that takes a closer look.</summary>
    public static SeedValueKind KindOf(ReadOnlySpan<byte> text) => text switch
    {
        [(byte)'t' or (byte)'T' or (byte)'f' or (byte)'F', ..] => IsBoolean(text) ? SeedValueKind.Boolean : SeedValueKind.None,
        [_, _, _, _, (byte)'-', _, _, (byte)'-', _, _, ..] => MomentOf(text),
        _ => SeedValueKind.None,
    };

    /// <summary>Empty, or `null` in any case, white space around it ignored.</summary>
    public static bool IsNull(ReadOnlySpan<byte> text)
    {
        // What most values begin with is no white space, and no `null`.
        if (text is [> (byte)' ' and < 128 and not ((byte)'n' or (byte)'N'), ..])
        {
            return false;
        }

        ReadOnlySpan<byte> rest = TrimStart(text);
        return rest.IsEmpty || (rest.Length >= 4 && Ascii.EqualsIgnoreCase(rest[..4], "null"u8) && TrimStart(rest[4..]).IsEmpty);
    }

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

    private static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text)
    {
        while (Rune.DecodeFromUtf8(text, out Rune first, out int length) == OperationStatus.Done && Rune.IsWhiteSpace(first))
        {
            text = text[length..];
        }

        return text;
    }

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
