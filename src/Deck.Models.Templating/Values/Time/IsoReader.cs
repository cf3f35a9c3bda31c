using System.Globalization;
using System.Text.RegularExpressions;

namespace Deck.Models.Templating.Values;

/// <summary>Python's `fromisoformat` (3.11): ISO dates and times, extended and basic.</summary>
internal static class IsoReader
{
    private const string DayPattern = @"(?<Y>\d{4})(?:-(?<m>\d\d)-(?<d>\d\d)|(?<m>\d\d)(?<d>\d\d)|-?W(?<w>\d\d)(?:-?(?<u>\d))?)";
    private const string TimePattern = @"(?<H>\d\d)(?::?(?<M>\d\d)(?::?(?<S>\d\d)(?:[.,](?<f>\d+))?)?)?(?<z>Z|[+-]\d\d(?::?\d\d(?::?\d\d(?:\.\d+)?)?)?)?";

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

    /// <summary>The duration of `+HH[:MM[:SS]]` or `Z`.</summary>
    public static TimeDeltaValue? Offset(string text)
    {
        if (text.Length == 0 || text is "Z" or "z")
        {
            return text.Length == 0 ? null : new TimeDeltaValue(0);
        }

        string digits = text[1..].Split('.')[0].Replace(":", "", StringComparison.Ordinal).PadRight(6, '0');
        long seconds = (int.Parse(digits[..2]) * 3600L) + (int.Parse(digits[2..4]) * 60L) + int.Parse(digits[4..6]);
        return new TimeDeltaValue((text[0] == '-' ? -seconds : seconds) * TimeDeltaValue.Second);
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
            ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, Number(match, "w"), match.Groups["u"].Success ? (DayOfWeek)(Number(match, "u") % 7) : DayOfWeek.Monday))
            : DateMethods.Day(year, Number(match, "m"), Number(match, "d"));
    }

    private static TimeOnly TimeOf(Match match) =>
        DateMethods.Time(Number(match, "H"), Number(match, "M"), Number(match, "S"), int.Parse(match.Groups["f"].Value.PadRight(6, '0')[..6]));

    private static FixedTimeZone? ZoneOf(Match match) => Offset(match.Groups["z"].Value) is TimeDeltaValue offset ? FixedTimeZone.Of(offset) : null;

    private static int Number(Match match, string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan) : 0;
}
