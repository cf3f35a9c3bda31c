namespace Deck.Models.Templating.Values;

/// <summary>The methods and properties of datetime.datetime.</summary>
internal static class DateTimeMethods
{
    private static readonly long Epoch = DateTime.UnixEpoch.Ticks / TimeSpan.TicksPerMicrosecond;

    public static MethodTable<DateTimeValue> Table { get; } = new MethodTable<DateTimeValue>(
        ("strftime(format)", (d, a) => Value.Of(TimeFormat.Format(d.Local, d.Zone, a.Text(0)))),
        ("isoformat(sep='T', timespec='auto')", (d, a) => Value.Of(IsoText.Of(d, Separator(a.Text(0)), a.Text(1)))),
        ("ctime()", (d, _) => Value.Of(TimeFormat.Full(d.Local))),
        ("date()", (d, _) => new DateValue(Day(d))),
        ("time()", (d, _) => new TimeValue(TimeOnly.FromDateTime(d.Local))),
        ("timetz()", (d, _) => new TimeValue(TimeOnly.FromDateTime(d.Local), d.Zone)),
        ("weekday()", (d, _) => DateMethods.Weekday(Day(d), 0)),
        ("isoweekday()", (d, _) => DateMethods.Weekday(Day(d), 1)),
        ("isocalendar()", (d, _) => DateMethods.IsoCalendar(Day(d))),
        ("toordinal()", (d, _) => Value.Of(Day(d).DayNumber + 1)),
        ("timetuple()", (d, _) => DateMethods.TimeTuple(d.Local, -1)),
        ("utctimetuple()", (d, _) => DateMethods.TimeTuple(new DateTime(d.Universal * TimeSpan.TicksPerMicrosecond), 0)),
        ("timestamp()", (d, _) => Value.Of(IntegerMath.Ratio(d.Universal - Epoch, TimeDeltaValue.Second))),
        ("utcoffset()", (d, _) => (Value?)d.Offset ?? Value.None),
        ("tzname()", (d, _) => Value.Of(d.Zone?.NameAt(d.Local))),
        ("dst()", (d, _) => (Value?)d.Zone?.SavingAt(d.Local) ?? Value.None),
        ("astimezone(tz=None)", (d, a) => InZone(d, a[0])),
        ("replace(year=..., month=..., day=..., hour=..., minute=..., second=..., microsecond=..., tzinfo=..., *, fold=0)", Replace))
        .WithProperties(
            ("year", d => Value.Of(d.Local.Year)),
            ("month", d => Value.Of(d.Local.Month)),
            ("day", d => Value.Of(d.Local.Day)),
            ("hour", d => Value.Of(d.Local.Hour)),
            ("minute", d => Value.Of(d.Local.Minute)),
            ("second", d => Value.Of(d.Local.Second)),
            ("microsecond", d => Value.Of(d.Micros)),
            ("fold", _ => IntegerValue.Zero),
            ("tzinfo", d => (Value?)d.Zone ?? Value.None),
            ("min", _ => new DateTimeValue(DateTime.MinValue)),
            ("max", _ => new DateTimeValue(DateTime.MaxValue)),
            ("resolution", _ => new TimeDeltaValue(1)));

    private static DateOnly Day(DateTimeValue value) => DateOnly.FromDateTime(value.Local);

    /// <summary>The same moment on another clock; a naive time counts as UTC.</summary>
    private static DateTimeValue InZone(DateTimeValue value, Value zone)
    {
        if (zone is not (NoneValue or TimeZoneValue))
        {
            throw TemplateException.TypeError($"tz argument must be an instance of tzinfo, not {zone.TypeName}");
        }

        return (zone as TimeZoneValue ?? FixedTimeZone.Local).FromUtc(new DateTimeValue(value.Local).Shift(-(value.Offset?.Microseconds ?? 0)).Local);
    }

    private static DateTimeValue Replace(DateTimeValue value, BoundArguments arguments)
    {
        DateOnly day = DateMethods.Day(
            DateMethods.Part(arguments.Find(0), value.Local.Year), DateMethods.Part(arguments.Find(1), value.Local.Month), DateMethods.Part(arguments.Find(2), value.Local.Day));
        TimeOnly time = DateMethods.Time(
            DateMethods.Part(arguments.Find(3), value.Local.Hour), DateMethods.Part(arguments.Find(4), value.Local.Minute),
            DateMethods.Part(arguments.Find(5), value.Local.Second), DateMethods.Part(arguments.Find(6), value.Micros));
        return new DateTimeValue(day.ToDateTime(time), DateMethods.Zone(arguments.Find(7), value.Zone));
    }

    private static string Separator(string text) =>
        CodePoints.Count(text) == 1 ? text : throw TemplateException.TypeError("isoformat() argument 1 must be a unicode character, not str");
}
