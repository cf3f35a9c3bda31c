using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Values;

/// <summary>A zone of one offset: Python's `datetime.timezone`, and pytz's `UTC`.</summary>
public sealed class FixedTimeZone : TimeZoneValue
{
    private readonly TimeDeltaValue offset;
    private readonly string? name;
    private readonly string repr;

    private readonly bool isPytz;

    private FixedTimeZone(TimeDeltaValue offset, string? name, string repr, bool isPytz = false)
    {
        this.offset = offset;
        this.name = name;
        this.repr = repr;
        this.isPytz = isPytz;
    }

    /// <summary>`datetime.timezone.utc`.</summary>
    public static FixedTimeZone Utc { get; } = new(new TimeDeltaValue(0), null, "datetime.timezone.utc");

    /// <summary>`pytz.UTC`, which prints as `UTC`.</summary>
    public static FixedTimeZone PytzUtc { get; } = new(new TimeDeltaValue(0), "UTC", "<UTC>", true);

    /// <summary>The zone of the machine's clock, which counts as UTC.</summary>
    internal static FixedTimeZone Local { get; } = new(new TimeDeltaValue(0), "UTC", "datetime.timezone(datetime.timedelta(0), 'UTC')");

    internal override TimeDeltaValue FixedOffset => offset;

    /// <summary>`datetime.timezone(offset)`.</summary>
    public static FixedTimeZone Of(TimeSpan offset) => Of(TimeDeltaValue.From(offset));

    /// <summary>`pytz.FixedOffset(minutes)`, less than a day.</summary>
    internal static FixedTimeZone OfPytz(long minutes) =>
        Math.Abs(minutes) >= 1440 ? throw TemplateException.ValueError("absolute offset is too large")
        : minutes == 0 ? PytzUtc
        : new(TimeDeltaValue.From(TimeSpan.FromMinutes(minutes)), null, $"pytz.FixedOffset({minutes})", true);

    /// <summary>`datetime.timezone(offset, name)`, less than a day.</summary>
    internal static FixedTimeZone Of(TimeDeltaValue offset, string? name = null) =>
        Int128.Abs(offset.Microseconds) >= TimeDeltaValue.Day
            ? throw TemplateException.ValueError($"offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {offset.Repr()}.")
        : offset.IsTrue || name is not null ? new(offset, name, $"datetime.timezone({offset.Repr()}{(name is null ? "" : $", {StringRepr.Of(name)}")})")
        : Utc;

    public override string Repr() => repr;

    public override string ToText() => isPytz && name is null ? repr : NameAt(default);

    public override Value? GetAttribute(string name) =>
        name switch
        {
            "zone" when isPytz => Of(this.name),
            "localize" when isPytz => FunctionValue.Of("localize(dt, is_dst=False)", a => Localize(a[0])),
            "normalize" when isPytz => FunctionValue.Of("normalize(dt, is_dst=False)", a => Normalize(a[0])),
            "utc" => Utc,
            _ => base.GetAttribute(name),
        };

    public override bool Equals([NotNullWhen(true)] Value? other) => other is FixedTimeZone zone && zone.offset.Equals(offset) && zone.isPytz == isPytz;

    public override int GetHashCode() => offset.GetHashCode();

    internal override TimeDeltaValue OffsetAt(DateTime local) => offset;

    internal override string NameAt(DateTime local) => name ?? (offset.IsTrue ? "UTC" + offset.ToOffset(":") : "UTC");

    internal override TimeDeltaValue? SavingAt(DateTime local) => isPytz ? new TimeDeltaValue(0) : null;

    private DateTimeValue Normalize(Value value) =>
        value is not DateTimeValue { Zone: { } zone } aware ? throw TemplateException.ValueError("Naive time - no tzinfo set")
        : ReferenceEquals(zone, this) ? aware
        : FromUtc(new DateTime(aware.Universal * TimeSpan.TicksPerMicrosecond));

    private DateTimeValue Localize(Value value) =>
        value is not DateTimeValue naive ? throw TemplateException.TypeError($"expected datetime.datetime, not {value.TypeName}")
        : naive.Zone is not null ? throw TemplateException.ValueError("Not naive datetime (tzinfo is already set)")
        : new DateTimeValue(naive.Local, this);
}
