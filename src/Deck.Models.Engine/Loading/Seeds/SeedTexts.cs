using System.Globalization;

namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>Recognises values that stand in a seed just as PostgreSQL reads them, which most do: nothing has to be parsed or written anew.</summary>
internal static class SeedTexts
{
    /// <summary>Digits without zeros that say nothing, with at most a sign and a point: `-12`, `0.5`, not `1.50`.</summary>
    public static bool IsNumber(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> digits = text is ['-', ..] ? text[1..] : text;
        int point = digits.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? digits : digits[..point];
        ReadOnlySpan<char> fraction = point < 0 ? [] : digits[(point + 1)..];
        return whole is ['0'] or [>= '1' and <= '9', ..]
            && !whole.ContainsAnyExceptInRange('0', '9')
            && (point < 0 ? text is not ['-', '0'] : fraction is [.., >= '1' and <= '9'] && !fraction.ContainsAnyExceptInRange('0', '9'));
    }

    /// <summary>`2026-03-22`.</summary>
    public static bool IsDate(ReadOnlySpan<char> text) =>
        text is [_, _, _, _, '-', _, _, '-', _, _]
        && TryDigits(text[..4], out int year) && TryDigits(text[5..7], out int month) && TryDigits(text[8..], out int day)
        && year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>`2026-03-22 08:05:00`.</summary>
    public static bool IsTimestamp(ReadOnlySpan<char> text) =>
        text is [_, _, _, _, _, _, _, _, _, _, ' ', _, _, ':', _, _, ':', _, _]
        && IsDate(text[..10])
        && TryDigits(text[11..13], out int hour) && TryDigits(text[14..16], out int minute) && TryDigits(text[17..], out int second)
        && hour < 24 && minute < 60 && second < 60;

    private static bool TryDigits(ReadOnlySpan<char> text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
