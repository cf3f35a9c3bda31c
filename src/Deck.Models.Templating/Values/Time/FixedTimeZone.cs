using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Values;

/// <summary>A zone of one offset: Python's `datetime.timezone`, and pytz's `UTC`.</summary>
public sealed class FixedTimeZone : TimeZoneValue
{
    private readonly TimeDeltaValue offset;
    private readonly string? name;
    private readonly string repr;

    private FixedTimeZone(TimeDeltaValue offset, string? name, string repr)
    {
        this.offset = offset;
        this.name = name;
        this.repr = repr;
    }

    /// <summary>`datetime.timezone.utc`.</summary>
    public static FixedTimeZone Utc { get; } = new(new TimeDeltaValue(0), null, "datetime.timezone.utc");

    /// <summary>`pytz.UTC`, which prints as `UTC`.</summary>
    public static FixedTimeZone PytzUtc { get; } = new(new TimeDeltaValue(0), "UTC", "<UTC>");

    internal override TimeDeltaValue FixedOffset => offset;

    /// <summary>`datetime.timezone(offset)`.</summary>
    public static FixedTimeZone Of(TimeSpan offset) => Of(TimeDeltaValue.From(offset));

    internal static FixedTimeZone Of(TimeDeltaValue offset) => offset.IsTrue ? new(offset, null, $"datetime.timezone({offset.Repr()})") : Utc;

    public override string Repr() => repr;

    public override string ToText() => NameAt(default);

    public override Value? GetAttribute(string name) =>
        name switch
        {
            "zone" when this.name is not null => Of(this.name),
            "localize" when this.name is not null => FunctionValue.Of("localize(dt, is_dst=False)", a => Localize(a[0])),
            "normalize" when this.name is not null => FunctionValue.Of("normalize(dt, is_dst=False)", a => a[0]),
            "utc" => Utc,
            _ => base.GetAttribute(name),
        };

    public override bool Equals([NotNullWhen(true)] Value? other) => other is FixedTimeZone zone && zone.offset.Equals(offset) && zone.name == name;

    public override int GetHashCode() => offset.GetHashCode();

    internal override TimeDeltaValue OffsetAt(DateTime local) => offset;

    internal override string NameAt(DateTime local) => name ?? (offset.IsTrue ? "UTC" + offset.ToOffset(":") : "UTC");

    internal override TimeDeltaValue? SavingAt(DateTime local) => name is null ? null : new TimeDeltaValue(0);

    private DateTimeValue Localize(Value value) =>
        value is not DateTimeValue naive ? throw TemplateException.TypeError($"expected datetime.datetime, not {value.TypeName}")
        : naive.Zone is not null ? throw TemplateException.ValueError("Not naive datetime (tzinfo is already set)")
        : new DateTimeValue(naive.Local, this);
}
