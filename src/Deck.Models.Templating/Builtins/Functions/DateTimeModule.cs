using System.Numerics;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>dbt's `modules.datetime`: date, datetime, time, timedelta, tzinfo.</summary>
internal static class DateTimeModule
{
    private static readonly (string Name, long Micros)[] Units =
    [
        ("days", TimeDeltaValue.Day), ("seconds", TimeDeltaValue.Second), ("microseconds", 1), ("milliseconds", 1000),
        ("minutes", 60 * TimeDeltaValue.Second), ("hours", 3600 * TimeDeltaValue.Second), ("weeks", 7 * TimeDeltaValue.Day),
    ];

    private static readonly string[] DeltaConstants = ["min", "max", "resolution"];

    private static readonly Signature DeltaSignature = Signature.Parse("timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)");
    private static readonly Signature DaySignature = Signature.Parse("date(year, month, day)");
    private static readonly Signature TimeSignature = Signature.Parse("time(hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)");
    private static readonly Signature MomentSignature =
        Signature.Parse("datetime(year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)");

    public static DictValue Create(TimeProvider clock) => new(new Dictionary<string, Value>
    {
        ["date"] = new ClassValue("datetime.date", a => Day(DaySignature.Bind(a)), DayMembers(clock)) { Instance = new DateValue(DateOnly.MinValue) },
        ["datetime"] = new ClassValue("datetime.datetime", a => Moment(MomentSignature.Bind(a)), MomentMembers(clock)) { Instance = new DateTimeValue(DateTime.MinValue) },
        ["time"] = new ClassValue("datetime.time", a => Time(TimeSignature.Bind(a)), TimeMembers()) { Instance = new TimeValue(TimeOnly.MinValue) },
        ["timedelta"] = new ClassValue("datetime.timedelta", a => Delta(DeltaSignature.Bind(a)), DeltaMembers()) { Instance = new TimeDeltaValue(0) },
        ["tzinfo"] = new ClassValue("datetime.tzinfo", _ => FixedTimeZone.Utc, new Dictionary<string, Value>()),
    });

    private static Dictionary<string, Value> DayMembers(TimeProvider clock) => new()
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

    private static Dictionary<string, Value> MomentMembers(TimeProvider clock) => new()
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

    private static Dictionary<string, Value> TimeMembers() => new()
    {
        ["fromisoformat"] = FunctionValue.Of("fromisoformat(time_string, /)", a => IsoReader.Time(IsoText(a[0]))),
        ["min"] = new TimeValue(TimeOnly.MinValue),
        ["max"] = new TimeValue(TimeOnly.MaxValue),
        ["resolution"] = new TimeDeltaValue(1),
    };

    private static Dictionary<string, Value> DeltaMembers()
    {
        var zero = new TimeDeltaValue(0);
        return DeltaConstants.ToDictionary(name => name, name => zero.GetAttribute(name) ?? Value.None);
    }

    private static DateOnly Ordinal(long ordinal) => ordinal is >= 1 and <= 3_652_059
        ? DateOnly.FromDayNumber((int)ordinal - 1)
        : throw TemplateException.ValueError(ordinal < 1 ? "ordinal must be >= 1" : "year is out of range");

    private static DateTimeValue Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue));

    private static DateValue Day(BoundArguments arguments) => new(DateMethods.Day(arguments.Integer(0), arguments.Integer(1), arguments.Integer(2)));

    private static TimeValue Time(BoundArguments arguments) =>
        new(DateMethods.Time(arguments.Integer(0), arguments.Integer(1), arguments.Integer(2), arguments.Integer(3)), DateMethods.Zone(arguments[4], null));

    private static DateTimeValue Moment(BoundArguments arguments)
    {
        DateOnly day = DateMethods.Day(arguments.Integer(0), arguments.Integer(1), arguments.Integer(2));
        TimeOnly time = DateMethods.Time(arguments.Integer(3), arguments.Integer(4), arguments.Integer(5), arguments.Integer(6));
        return new DateTimeValue(day.ToDateTime(time), DateMethods.Zone(arguments[7], null));
    }

    private static TimeDeltaValue Delta(BoundArguments arguments)
    {
        BigInteger exact = 0;
        double fraction = 0;
        for (int i = 0; i < Units.Length; i++)
        {
            switch (arguments[i])
            {
                case FloatValue real:
                    double micros = real.Number * Units[i].Micros;
                    double whole = Math.Floor(micros);
                    exact += FloatValue.Truncate(whole).Big;
                    fraction += micros - whole;
                    break;
                case Value other when IntegerValue.TryFrom(other, out IntegerValue? integer):
                    exact += integer.Big * Units[i].Micros;
                    break;
                default:
                    throw TemplateException.TypeError($"unsupported type for timedelta {Units[i].Name} component: {arguments[i].TypeName}");
            }
        }

        // Half a microsecond goes to the even side of the whole sum.
        int odd = exact.IsEven ? 0 : 1;
        return TimeDeltaMath.Create(exact + new BigInteger(Math.Round(fraction + odd, MidpointRounding.ToEven) - odd));
    }

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
