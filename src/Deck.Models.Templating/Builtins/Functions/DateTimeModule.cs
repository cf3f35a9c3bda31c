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

    private static readonly Signature DeltaSignature = Signature.Parse("timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)");
    private static readonly Signature DaySignature = Signature.Parse("date(year, month, day)");
    private static readonly Signature TimeSignature = Signature.Parse("time(hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)");
    private static readonly Signature MomentSignature =
        Signature.Parse("datetime(year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)");

    public static DictValue Create(TimeProvider clock) => new(new Dictionary<string, Value>
    {
        ["date"] = new ClassValue("datetime.date", a => Day(DaySignature.Bind(a)), TimeClasses.Day(clock)) { Instance = new DateValue(DateOnly.MinValue) },
        ["datetime"] = new ClassValue("datetime.datetime", a => Moment(MomentSignature.Bind(a)), TimeClasses.Moment(clock)) { Instance = new DateTimeValue(DateTime.MinValue) },
        ["time"] = new ClassValue("datetime.time", a => Time(TimeSignature.Bind(a)), TimeClasses.Time) { Instance = new TimeValue(TimeOnly.MinValue) },
        ["timedelta"] = new ClassValue("datetime.timedelta", a => Delta(DeltaSignature.Bind(a)), TimeClasses.Delta) { Instance = new TimeDeltaValue(0) },
        ["tzinfo"] = new ClassValue("datetime.tzinfo", _ => FixedTimeZone.Utc, new Dictionary<string, Value>()),
    });

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
}
