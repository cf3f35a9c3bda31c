using System.Globalization;

namespace Deck.Models.Templating.Values;

/// <summary>The methods and properties of datetime.date and datetime.time.</summary>
internal static class DateMethods
{
    public static MethodTable<DateValue> OfDate { get; } = new MethodTable<DateValue>(
        ("strftime(format)", (d, a) => Value.Of(TimeFormat.Format(d.Day.ToDateTime(TimeOnly.MinValue), null, a.Text(0)))),
        ("isoformat()", (d, _) => Value.Of(d.ToText())),
        ("ctime()", (d, _) => Value.Of(TimeFormat.Full(d.Day.ToDateTime(TimeOnly.MinValue)))),
        ("weekday()", (d, _) => Weekday(d.Day, 0)),
        ("isoweekday()", (d, _) => Weekday(d.Day, 1)),
        ("isocalendar()", (d, _) => IsoCalendar(d.Day)),
        ("toordinal()", (d, _) => Value.Of(d.Day.DayNumber + 1)),
        ("timetuple()", (d, _) => TimeTuple(d.Day.ToDateTime(TimeOnly.MinValue), -1)),
        ("replace(year=..., month=..., day=...)", (d, a) => new DateValue(Day(
            Part(a.Find(0), d.Day.Year), Part(a.Find(1), d.Day.Month), Part(a.Find(2), d.Day.Day)))))
        .WithProperties(
            ("year", d => Value.Of(d.Day.Year)),
            ("month", d => Value.Of(d.Day.Month)),
            ("day", d => Value.Of(d.Day.Day)),
            ("min", _ => new DateValue(DateOnly.MinValue)),
            ("max", _ => new DateValue(DateOnly.MaxValue)),
            ("resolution", _ => new TimeDeltaValue(TimeDeltaValue.Day)));

    public static MethodTable<TimeValue> OfTime { get; } = new MethodTable<TimeValue>(
        ("strftime(format)", (t, a) => Value.Of(TimeFormat.Format(new DateTime(1900, 1, 1).Add(t.Time.ToTimeSpan()), t.Zone, a.Text(0)))),
        ("isoformat(timespec='auto')", (t, a) => Value.Of(IsoText.Of(t.Time, a.Text(0)) + (t.Zone?.FixedOffset?.ToOffset(":") ?? ""))),
        ("utcoffset()", (t, _) => (Value?)t.Zone?.FixedOffset ?? Value.None),
        ("tzname()", (t, _) => Value.Of(t.Zone?.FixedOffset is null ? null : t.Zone.NameAt(default))),
        ("dst()", (_, _) => Value.None),
        ("replace(hour=..., minute=..., second=..., microsecond=..., tzinfo=...)", (t, a) => new TimeValue(
            Time(Part(a.Find(0), t.Time.Hour), Part(a.Find(1), t.Time.Minute), Part(a.Find(2), t.Time.Second), Part(a.Find(3), t.Micros)),
            Zone(a.Find(4), t.Zone))))
        .WithProperties(
            ("hour", t => Value.Of(t.Time.Hour)),
            ("minute", t => Value.Of(t.Time.Minute)),
            ("second", t => Value.Of(t.Time.Second)),
            ("min", _ => new TimeValue(TimeOnly.MinValue)),
            ("max", _ => new TimeValue(TimeOnly.MaxValue)),
            ("resolution", _ => new TimeDeltaValue(1)),
            ("microsecond", t => Value.Of(t.Micros)),
            ("fold", _ => IntegerValue.Zero),
            ("tzinfo", t => (Value?)t.Zone ?? Value.None));

    public static Value Weekday(DateOnly day, int first) => Value.Of((((int)day.DayOfWeek + 6) % 7) + first);

    public static Value IsoCalendar(DateOnly day)
    {
        DateTime time = day.ToDateTime(TimeOnly.MinValue);
        return TupleValue.Named(
            "datetime.IsoCalendarDate", ["year", "week", "weekday"],
            Value.Of(ISOWeek.GetYear(time)), Value.Of(ISOWeek.GetWeekOfYear(time)), Weekday(day, 1));
    }

    public static Value TimeTuple(DateTime time, int isDaylight) =>
        TupleValue.Named(
            "time.struct_time", ["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"],
            Value.Of(time.Year), Value.Of(time.Month), Value.Of(time.Day), Value.Of(time.Hour), Value.Of(time.Minute), Value.Of(time.Second),
            Weekday(DateOnly.FromDateTime(time), 0), Value.Of(time.DayOfYear), Value.Of(isDaylight));

    /// <summary>An integer argument, or what it replaces.</summary>
    public static long Part(Value? given, long otherwise) =>
        given is null ? otherwise
        : IntegerValue.TryFrom(given, out IntegerValue? integer) ? integer.Clamped
        : throw TemplateException.TypeError($"'{given.TypeName}' object cannot be interpreted as an integer");

    public static TimeZoneValue? Zone(Value? given, TimeZoneValue? otherwise) =>
        given switch
        {
            null => otherwise,
            NoneValue => null,
            TimeZoneValue zone => zone,
            _ => throw TemplateException.TypeError($"tzinfo argument must be None or of a tzinfo subclass, not type '{given.TypeName}'"),
        };

    public static DateOnly Day(long year, long month, long day)
    {
        if (year is < 1 or > 9999)
        {
            throw TemplateException.ValueError($"year {year} is out of range");
        }

        if (month is < 1 or > 12)
        {
            throw TemplateException.ValueError("month must be in 1..12");
        }

        return day >= 1 && day <= DateTime.DaysInMonth((int)year, (int)month)
            ? new DateOnly((int)year, (int)month, (int)day)
            : throw TemplateException.ValueError("day is out of range for month");
    }

    public static TimeOnly Time(long hour, long minute, long second, long microsecond)
    {
        string? wrong = hour is < 0 or > 23 ? "hour must be in 0..23"
            : minute is < 0 or > 59 ? "minute must be in 0..59"
            : second is < 0 or > 59 ? "second must be in 0..59"
            : microsecond is < 0 or > 999_999 ? "microsecond must be in 0..999999"
            : null;
        return wrong is null
            ? new TimeOnly((((((hour * 60) + minute) * 60) + second) * TimeSpan.TicksPerSecond) + (microsecond * TimeSpan.TicksPerMicrosecond))
            : throw TemplateException.ValueError(wrong);
    }
}
