using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Values;

/// <summary>Python's datetime.time.</summary>
public sealed class TimeValue(TimeOnly time, TimeZoneValue? zone = null) : Value
{
    /// <summary>The time of day, to the microsecond.</summary>
    public TimeOnly Time { get; } = new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMicrosecond));

    /// <summary>The zone, or null for a naive time.</summary>
    public TimeZoneValue? Zone { get; } = zone;

    public override string TypeName => "datetime.time";

    public override string Repr()
    {
        string seconds = Time.Ticks % TimeSpan.TicksPerMinute == 0 ? "" : $", {Time.Second}{(Micros == 0 ? "" : $", {Micros}")}";
        return $"datetime.time({Time.Hour}, {Time.Minute}{seconds}{(Zone is null ? "" : $", tzinfo={Zone.Repr()}")})";
    }

    public override string ToText() => IsoText.Of(Time, "auto") + (Zone?.FixedOffset?.ToOffset(":") ?? "");

    public override IEnumerable<string> MemberNames => DateMethods.OfTime.Names;

    public override Value? GetAttribute(string name) => DateMethods.OfTime.Bind(this, name) ?? TimeClasses.Time.GetValueOrDefault(name);

    public override bool Equals([NotNullWhen(true)] Value? other) => other is TimeValue second && (Zone is null) == (second.Zone is null) && Compare(second) == 0;

    public override int GetHashCode() => Time.GetHashCode();

    internal int Micros => (int)(Time.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond);

    protected internal override bool? Order(CompareOperator op, Value other) =>
        other is not TimeValue second ? null
        : (Zone?.FixedOffset is null) == (second.Zone?.FixedOffset is null) ? NumericOrder.Holds(op, Compare(second))
        : throw TemplateException.TypeError("can't compare offset-naive and offset-aware times");

    protected internal override string Format(string specification) =>
        specification.Length == 0 ? ToText() : TimeFormat.Format(new DateTime(1900, 1, 1).Add(Time.ToTimeSpan()), Zone, specification);

    private int Compare(TimeValue other) => Universal(this).CompareTo(Universal(other));

    private static Int128 Universal(TimeValue time) => (time.Time.Ticks / TimeSpan.TicksPerMicrosecond) - (time.Zone?.FixedOffset?.Microseconds ?? 0);
}
