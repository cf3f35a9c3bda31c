using System.Globalization;

namespace Deck.Models.Templating.Values;

/// <summary>Python's `strptime`: a day by month and day, by day of the year, or by week and weekday, and a time.</summary>
internal sealed class TimeParser
{
    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames[..12];
    private static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>What `%p` says, wherever that stands: an hour of `%I` means it.</summary>
    private readonly bool isAfternoon;

    private int? year;
    private int month = 1;
    private int day = 1;
    private int? dayOfYear;

    /// <summary>Monday is 0.</summary>
    private int? weekday;
    private int? week;
    private bool startsOnSunday;
    private int? isoYear;
    private int? isoWeek;
    private int hour;
    private int minute;
    private int second;
    private int microsecond;
    private TimeDeltaValue? offset;

    private TimeParser(bool isAfternoon) => this.isAfternoon = isAfternoon;

    /// <exception cref="TemplateException">ValueError: the text is not of the format, or its parts do not make a day.</exception>
    public static DateTimeValue Parse(string text, string format)
    {
        IReadOnlyList<(char Directive, string Text)> parts = TimePattern.Match(text, format);
        string? half = parts.FirstOrDefault(p => p.Directive == 'p').Text;
        TimeParser parser = new("pm".Equals(half, StringComparison.OrdinalIgnoreCase));
        foreach ((char directive, string part) in parts)
        {
            parser.Take(directive, part);
        }

        string? zone = parts.FirstOrDefault(p => p.Directive == 'Z').Text;
        return parser.Finish(zone);
    }

    private void Take(char directive, string part)
    {
        int number = int.TryParse(part.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int read) ? read : 0;
        _ = directive switch
        {
            'y' => year = number + (number <= 68 ? 2000 : 1900),
            'Y' => year = number,
            'G' => isoYear = number,
            'm' => month = number,
            'b' or 'B' => month = PlaceOf(Months, part) + 1,
            'd' => day = number,
            'j' => dayOfYear = number,
            'H' => hour = number,
            'I' => hour = (number % 12) + (isAfternoon ? 12 : 0),
            'M' => minute = number,
            'S' => second = number,
            'f' => microsecond = int.Parse(part.PadRight(6, '0'), CultureInfo.InvariantCulture),
            'a' or 'A' => weekday = PlaceOf(Days, part),
            'w' => weekday = (number + 6) % 7,
            'u' => weekday = number - 1,
            'V' => isoWeek = number,
            'U' or 'W' => TakeWeek(number, directive == 'U'),
            'z' => TakeOffset(part),
            _ => 0,
        };
    }

    private int? TakeWeek(int number, bool sunday)
    {
        startsOnSunday = sunday;
        return week = number;
    }

    private int? TakeOffset(string part)
    {
        bool isMixed = part.Length > 6 && (part[3] == ':') != (part[part[3] == ':' ? 6 : 5] == ':');
        offset = isMixed ? throw TemplateException.ValueError($"Inconsistent use of : in {part}") : IsoReader.Offset(part);
        return null;
    }

    private static int PlaceOf(string[] names, string part) => Array.FindIndex(names, name => part.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private DateTimeValue Finish(string? zone)
    {
        DateOnly date = Date();
        TimeOnly time = DateMethods.Time(hour, minute, second, microsecond);
        return new DateTimeValue(date.ToDateTime(time), offset is null ? null : FixedTimeZone.Of(offset, zone));
    }

    private DateOnly Date()
    {
        DemandIsoParts();
        bool isLeapDay = year is null && month == 2 && day == 29;
        int known = year ?? (isLeapDay ? 1904 : 1900);
        if (dayOfYear is null && weekday is int at)
        {
            if (week is int counted)
            {
                dayOfYear = DayOfYear(known, counted, at);
            }
            else if (isoYear is int ofWeek && isoWeek is int number)
            {
                // Monday of the first week, which is the one that holds the fourth of January, and on from there.
                DateOnly fourth = DateMethods.Day(ofWeek, 1, 4);
                return FromOrdinal(fourth.DayNumber - (((int)fourth.DayOfWeek + 6) % 7) + ((number - 1) * 7) + at);
            }
        }

        // Before the first day of the year, and behind its last one, is a day of another year.
        return dayOfYear is int place ? FromOrdinal(DateMethods.Day(known, 1, 1).DayNumber + place - 1)
            : DateMethods.Day(known, month, day) is var date && isLeapDay ? throw TemplateException.ValueError("day is out of range for month")
            : date;
    }

    private static DateOnly FromOrdinal(int days) =>
        days >= 0 && days <= DateOnly.MaxValue.DayNumber
            ? DateOnly.FromDayNumber(days)
            : throw TemplateException.ValueError($"year {(days < 0 ? 0 : 10_000)} is out of range");

    private void DemandIsoParts()
    {
        string? wrong = year is null && isoYear is not null
            ? isoWeek is null || weekday is null ? "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u')."
                : dayOfYear is not null ? "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead."
                : null
            : week is not null || isoWeek is null ? null
            : weekday is null ? "ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u')."
            : "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.";
        if (wrong is not null)
        {
            throw TemplateException.ValueError(wrong);
        }
    }

    /// <summary>The day of a year by week and weekday; the days before the year's first Monday (of `%U`: Sunday) are week 0.</summary>
    private int DayOfYear(int known, int counted, int at)
    {
        int shift = startsOnSunday ? 1 : 0;
        int first = (((int)DateMethods.Day(known, 1, 1).DayOfWeek + 6) + shift) % 7;
        int weekdayAt = (at + shift) % 7;
        return counted == 0 ? 1 + weekdayAt - first : 1 + ((7 - first) % 7) + (7 * (counted - 1)) + weekdayAt;
    }
}
