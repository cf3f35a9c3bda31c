using System.Globalization;
using System.Text.RegularExpressions;

namespace Deck.Models.Templating.Values;

/// <summary>Python's `fromisoformat` (3.11): ISO dates and times, extended and basic.</summary>
internal static class IsoReader
{
    private const string DayPattern = @"(?<Y>[0-9]{4})(?:-(?<m>[0-9][0-9])-(?<d>[0-9][0-9])|(?<m>[0-9][0-9])(?<d>[0-9][0-9])|-?W(?<w>[0-9][0-9])(?:-?(?<u>[0-9]))?)";
    private const string TimePattern = @"(?<H>[0-9]{2})(?:(?<c>:?)(?<M>[0-9]{2})(?:\k<c>(?<S>[0-9]{2})(?:[.,](?<f>[0-9]+))?)?)?(?<z>Z|[+-][0-9]{2}(?:(?<o>:?)[0-9]{2}(?:\k<o>[0-9]{2}(?:\.[0-9]+)?)?)?)?";

    public static DateValue Day(string text) => new(DayOf(Match(text, DayPattern)));

    public static TimeValue Time(string text)
    {
        Match match = Match(text, "T?" + TimePattern);
        return new TimeValue(TimeOf(match), ZoneOf(match));
    }

    public static DateTimeValue DateTime(string text)
    {
        Match match = Match(text, $"{DayPattern}(?:.{TimePattern})?");
        return new DateTimeValue(DayOf(match).ToDateTime(match.Groups["H"].Success ? TimeOf(match) : TimeOnly.MinValue), ZoneOf(match));
    }

    /// <summary>A day by ISO week and weekday, Monday being 1: `fromisocalendar`.</summary>
    public static DateOnly Week(long year, long week, long weekday)
    {
        DateOnly fourth = year is < 1 or > 9999 ? throw TemplateException.ValueError($"Year is out of range: {year}") : new DateOnly((int)year, 1, 4);
        if (week < 1 || week > ISOWeek.GetWeeksInYear((int)year))
        {
            throw TemplateException.ValueError($"Invalid week: {week}");
        }

        if (weekday is < 1 or > 7)
        {
            throw TemplateException.ValueError($"Invalid weekday: {weekday} (range is [1, 7])");
        }

        // The fourth of January is always in the first week.
        int monday = fourth.DayNumber - (((int)fourth.DayOfWeek + 6) % 7);
        long ordinal = monday + ((week - 1) * 7) + weekday - 1;
        return ordinal <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)ordinal) : throw TemplateException.ValueError("year 10000 is out of range");
    }

    /// <summary>The duration of `+HH[:MM[:SS[.ffffff]]]` or `Z`.</summary>
    public static TimeDeltaValue? Offset(string text)
    {
        if (text.Length == 0 || text is "Z" or "z")
        {
            return text.Length == 0 ? null : new TimeDeltaValue(0);
        }

        string[] parts = text[1..].Split('.');
        string digits = parts[0].Replace(":", "", StringComparison.Ordinal).PadRight(6, '0');
        long seconds = (int.Parse(digits[..2]) * 3600L) + (int.Parse(digits[2..4]) * 60L) + int.Parse(digits[4..6]);
        long micros = (seconds * TimeDeltaValue.Second) + (parts.Length == 1 ? 0 : int.Parse(parts[1].PadRight(6, '0')[..6]));
        return new TimeDeltaValue(text[0] == '-' ? -micros : micros);
    }

    private static Match Match(string text, string pattern)
    {
        Match match = Regex.Match(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(1));
        return match.Success ? match : throw TemplateException.ValueError($"Invalid isoformat string: {StringRepr.Of(text)}");
    }

    private static DateOnly DayOf(Match match)
    {
        int year = Number(match, "Y");
        return match.Groups["w"].Success
            ? Week(year, Number(match, "w"), match.Groups["u"].Success ? Number(match, "u") : 1)
            : DateMethods.Day(year, Number(match, "m"), Number(match, "d"));
    }

    private static TimeOnly TimeOf(Match match) =>
        DateMethods.Time(Number(match, "H"), Number(match, "M"), Number(match, "S"), int.Parse(match.Groups["f"].Value.PadRight(6, '0')[..6]));

    private static FixedTimeZone? ZoneOf(Match match) => Offset(match.Groups["z"].Value) is TimeDeltaValue offset ? FixedTimeZone.Of(offset) : null;

    private static int Number(Match match, string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan) : 0;
}
