namespace Deck.Models.Templating.Values;

/// <summary>The class methods and constants of the classes of `datetime`, which their objects have as well.</summary>
internal static class TimeClasses
{
    private static readonly Lazy<Dictionary<string, Value>> DaysOwn = new(() => Day(TimeProvider.System));
    private static readonly Lazy<Dictionary<string, Value>> MomentsOwn = new(() => Moment(TimeProvider.System));

    /// <summary>Of datetime.date.</summary>
    public static Dictionary<string, Value> Day(TimeProvider clock) => new()
    {
        ["today"] = FunctionValue.Of("today()", _ => new DateValue(DateOnly.FromDateTime(clock.GetLocalNow().DateTime))),
        ["fromisoformat"] = FunctionValue.Of("fromisoformat(date_string, /)", a => IsoReader.Day(IsoText(a[0]))),
        ["fromtimestamp"] = FunctionValue.Of("fromtimestamp(timestamp, /)", a => new DateValue(DateOnly.FromDateTime(FromTimestamp(a[0], clock.LocalTimeZone)))),
        ["fromordinal"] = FunctionValue.Of("fromordinal(ordinal, /)", a => new DateValue(Ordinal(a.Integer(0)))),
        ["fromisocalendar"] = FunctionValue.Of("fromisocalendar(year, week, day)", a => new DateValue(IsoReader.Week(a.Integer(0), a.Integer(1), a.Integer(2)))),
        ["min"] = new DateValue(DateOnly.MinValue),
        ["max"] = new DateValue(DateOnly.MaxValue),
        ["resolution"] = new TimeDeltaValue(TimeDeltaValue.Day),
    };

    /// <summary>Of datetime.datetime.</summary>
    public static Dictionary<string, Value> Moment(TimeProvider clock) => new()
    {
        ["now"] = FunctionValue.Of("now(tz=None)", a => a[0] is TimeZoneValue zone
            ? zone.FromUtc(clock.GetUtcNow().UtcDateTime)
            : new DateTimeValue(clock.GetLocalNow().DateTime)),
        ["utcnow"] = FunctionValue.Of("utcnow()", _ => new DateTimeValue(clock.GetUtcNow().UtcDateTime)),
        ["today"] = FunctionValue.Of("today()", _ => new DateTimeValue(clock.GetLocalNow().DateTime)),
        ["strptime"] = FunctionValue.Of("strptime(date_string, format, /)", a => TimeParser.Parse(a.Text(0), a.Text(1))),
        ["fromisoformat"] = FunctionValue.Of("fromisoformat(date_string, /)", a => IsoReader.DateTime(IsoText(a[0]))),
        ["fromtimestamp"] = FunctionValue.Of("fromtimestamp(timestamp, tz=None)", a => a[1] is TimeZoneValue zone
            ? zone.FromUtc(FromTimestamp(a[0], TimeZoneInfo.Utc))
            : new DateTimeValue(FromTimestamp(a[0], clock.LocalTimeZone))),
        ["utcfromtimestamp"] = FunctionValue.Of("utcfromtimestamp(timestamp, /)", a => new DateTimeValue(FromTimestamp(a[0], TimeZoneInfo.Utc))),
        ["fromordinal"] = FunctionValue.Of("fromordinal(ordinal, /)", a => Midnight(Ordinal(a.Integer(0)))),
        ["fromisocalendar"] = FunctionValue.Of("fromisocalendar(year, week, day)", a => Midnight(IsoReader.Week(a.Integer(0), a.Integer(1), a.Integer(2)))),
        ["combine"] = FunctionValue.Of("combine(date, time, tzinfo=...)", a => Combine(a[0], a[1], a.Find(2))),
        ["min"] = new DateTimeValue(DateTime.MinValue),
        ["max"] = new DateTimeValue(DateTime.MaxValue),
        ["resolution"] = new TimeDeltaValue(1),
    };

    /// <summary>Of datetime.time.</summary>
    public static Dictionary<string, Value> Time { get; } = new()
    {
        ["fromisoformat"] = FunctionValue.Of("fromisoformat(time_string, /)", a => IsoReader.Time(IsoText(a[0]))),
        ["min"] = new TimeValue(TimeOnly.MinValue),
        ["max"] = new TimeValue(TimeOnly.MaxValue),
        ["resolution"] = new TimeDeltaValue(1),
    };

    /// <summary>Of datetime.timedelta.</summary>
    public static Dictionary<string, Value> Delta { get; } = new()
    {
        ["min"] = new TimeDeltaValue(0).GetAttribute("min") ?? Value.None,
        ["max"] = new TimeDeltaValue(0).GetAttribute("max") ?? Value.None,
        ["resolution"] = new TimeDeltaValue(1),
    };

    /// <summary>A class method asked of an object of datetime.date: objects know no clock but the system's.</summary>
    public static Value? OfDay(string name) => DaysOwn.Value.GetValueOrDefault(name);

    /// <summary>A class method asked of an object of datetime.datetime: objects know no clock but the system's.</summary>
    public static Value? OfMoment(string name) => MomentsOwn.Value.GetValueOrDefault(name);

    private static DateOnly Ordinal(long ordinal) => ordinal is >= 1 and <= 3_652_059
        ? DateOnly.FromDayNumber((int)ordinal - 1)
        : throw TemplateException.ValueError(ordinal < 1 ? "ordinal must be >= 1" : "year is out of range");

    private static DateTimeValue Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue));

    private static string IsoText(Value value) =>
        value is StringValue text ? text.Text : throw TemplateException.TypeError("fromisoformat: argument must be str");

    private static DateTime FromTimestamp(Value value, TimeZoneInfo zone)
    {
        double seconds = FloatValue.TryFrom(value, out double number)
            ? number
            : throw TemplateException.TypeError($"'{value.TypeName}' object cannot be interpreted as an integer");
        double micros = Math.Round(seconds * TimeDeltaValue.Second, MidpointRounding.ToEven);
        return micros is > -6.2e16 and < 2.5e17
            ? TimeZoneInfo.ConvertTimeFromUtc(DateTime.UnixEpoch.AddTicks((long)micros * TimeSpan.TicksPerMicrosecond), zone)
            : throw TemplateException.ValueError("year is out of range");
    }

    private static DateTimeValue Combine(Value day, Value time, Value? zone)
    {
        DateOnly? date = (day as DateValue)?.Day ?? (day is DateTimeValue moment ? DateOnly.FromDateTime(moment.Local) : null);
        return date is DateOnly known && time is TimeValue at
            ? new DateTimeValue(known.ToDateTime(at.Time), DateMethods.Zone(zone, at.Zone))
            : throw TemplateException.TypeError($"combine() argument 1 must be datetime.date, not {day.TypeName}");
    }
}
