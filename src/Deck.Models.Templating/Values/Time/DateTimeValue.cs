using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Values;

/// <summary>Python's datetime.datetime, naive or with a time zone, to the microsecond.</summary>
public sealed class DateTimeValue : Value
{
    /// <summary>A wall-clock time; anything below the microsecond is cut.</summary>
    public DateTimeValue(DateTime local, TimeZoneValue? zone = null)
    {
        Local = new DateTime(local.Ticks - (local.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Unspecified);
        Zone = zone;
    }

    /// <summary>The wall-clock time, its kind unspecified.</summary>
    public DateTime Local { get; }

    /// <summary>The time zone; null for a naive time.</summary>
    public TimeZoneValue? Zone { get; }

    public override string TypeName => "datetime.datetime";

    /// <summary>An aware UTC time (`datetime.timezone.utc`).</summary>
    public static DateTimeValue Utc(DateTimeOffset moment) => new(moment.UtcDateTime, FixedTimeZone.Utc);

    public override string Repr()
    {
        string seconds = Local.Ticks % TimeSpan.TicksPerMinute == 0 ? "" : $", {Local.Second}{(Micros == 0 ? "" : $", {Micros}")}";
        return $"datetime.datetime({Local.Year}, {Local.Month}, {Local.Day}, {Local.Hour}, {Local.Minute}{seconds}{(Zone is null ? "" : $", tzinfo={Zone.Repr()}")})";
    }

    public override string ToText() => IsoText.Of(this, " ");

    public override IEnumerable<string> MemberNames => DateTimeMethods.Table.Names;

    /// <summary>Python's `isoformat()`: date and time with a `T` between.</summary>
    public string ToIsoText() => IsoText.Of(this, "T");

    public override Value? GetAttribute(string name) => DateTimeMethods.Table.Bind(this, name) ?? TimeClasses.OfMoment(name);

    public override bool Equals([NotNullWhen(true)] Value? other) =>
        other is DateTimeValue second && (Offset is null) == (second.Offset is null) && Compare(second) == 0;

    public override int GetHashCode() => (Offset is TimeDeltaValue ? Universal : Local.Ticks / TimeSpan.TicksPerMicrosecond).GetHashCode();

    internal int Micros => (int)(Local.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond);

    /// <summary>The distance from UTC; null for a naive time.</summary>
    internal TimeDeltaValue? Offset => Zone?.OffsetAt(Local);

    /// <summary>Microseconds since year 1 in UTC (of a naive time: as if it were UTC).</summary>
    internal long Universal => (Local.Ticks / TimeSpan.TicksPerMicrosecond) - (long)(Offset?.Microseconds ?? 0);

    /// <summary>The time so many microseconds later on the same clock; OverflowError beyond the years 1 to 9999.</summary>
    internal DateTimeValue Shift(Int128 microseconds)
    {
        Int128 ticks = Local.Ticks + (microseconds * TimeSpan.TicksPerMicrosecond);
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            ? new DateTimeValue(new DateTime((long)ticks), Zone)
            : throw new TemplateException("OverflowError", "date value out of range");
    }

    protected internal override Value? Operate(BinaryOperator op, Value other, bool reflected) =>
        (op, other) switch
        {
            (BinaryOperator.Add, TimeDeltaValue delta) => Shift(delta.Microseconds),
            (BinaryOperator.Subtract, TimeDeltaValue delta) when !reflected => Shift(-delta.Microseconds),
            (BinaryOperator.Subtract, DateTimeValue second) when !reflected => Subtract(second),
            _ => null,
        };

    protected internal override bool? Order(CompareOperator op, Value other)
    {
        switch (other)
        {
            case DateValue:
                throw TemplateException.TypeError("can't compare datetime.datetime to datetime.date");
            case DateTimeValue second:
                return (Offset is null) == (second.Offset is null)
                    ? NumericOrder.Holds(op, Compare(second))
                    : throw TemplateException.TypeError("can't compare offset-naive and offset-aware datetimes");
            default:
                return null;
        }
    }

    protected internal override string Format(string specification) =>
        specification.Length == 0 ? ToText() : TimeFormat.Format(Local, Zone, specification);

    private int Compare(DateTimeValue other) =>
        ReferenceEquals(Zone, other.Zone) ? Local.CompareTo(other.Local) : Universal.CompareTo(other.Universal);

    private TimeDeltaValue Subtract(DateTimeValue other)
    {
        if ((Offset is null) != (other.Offset is null))
        {
            throw TemplateException.TypeError("can't subtract offset-naive and offset-aware datetimes");
        }

        return ReferenceEquals(Zone, other.Zone)
            ? new TimeDeltaValue((Local.Ticks - other.Local.Ticks) / TimeSpan.TicksPerMicrosecond)
            : new TimeDeltaValue(Universal - other.Universal);
    }
}
