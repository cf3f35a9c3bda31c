using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Values;

/// <summary>A pytz zone: as looked up, or fixed to the offset of one time by `localize` or a conversion.</summary>
/// <remarks>Offsets come from the machine's own time zone database.</remarks>
internal sealed class PytzZone : TimeZoneValue
{
    private readonly string name;
    private readonly TimeZoneInfo rules;
    private readonly TimeSpan? saving;
    private readonly TimeSpan offset;
    private readonly string abbreviation;

    private PytzZone(string name, TimeZoneInfo rules, DateTime? utc)
    {
        this.name = name;
        this.rules = rules;
        DateTime at = DateTime.SpecifyKind(utc ?? new DateTime(1880, 1, 1), DateTimeKind.Utc);
        offset = rules.GetUtcOffset(at);
        bool isDaylight = rules.IsDaylightSavingTime(at);
        saving = utc is null ? null : isDaylight ? offset - rules.GetUtcOffset(WinterOf(at, rules)) : TimeSpan.Zero;
        abbreviation = utc is null ? "LMT" : Abbreviation(isDaylight ? rules.DaylightName : rules.StandardName);
    }

    public override string TypeName => name;

    /// <summary>A zone by its name in the IANA database, in small or capital letters.</summary>
    /// <exception cref="TemplateException">UnknownTimeZoneError: the machine's database has no such zone, or there is none.</exception>
    public static TimeZoneValue Find(string name)
    {
        if (name.Equals("UTC", StringComparison.OrdinalIgnoreCase))
        {
            return FixedTimeZone.PytzUtc;
        }

        string known = ZoneNames.Exact(name);
        if (TimeZoneInfo.TryFindSystemTimeZoneById(known, out TimeZoneInfo? rules))
        {
            return new PytzZone(known, rules, null);
        }

        throw new TemplateException(
            "UnknownTimeZoneError",
            TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Paris", out _) ? StringRepr.Of(name) : $"{StringRepr.Of(name)}: this machine has no time zone database (tzdata)");
    }

    public override string Repr() =>
        $"<DstTzInfo {StringRepr.Of(name)} {abbreviation}{(offset < TimeSpan.Zero ? "-1 day, " : "+")}{(offset < TimeSpan.Zero ? offset + TimeSpan.FromDays(1) : offset).ToString("h\\:mm\\:ss")} {(saving > TimeSpan.Zero ? "DST" : "STD")}>";

    public override string ToText() => name;

    public override Value? GetAttribute(string name) =>
        name switch
        {
            "zone" => Of(this.name),
            "localize" => FunctionValue.Of("localize(dt, is_dst=False)", a => Localize(a[0], a[1].IsTrue)),
            "normalize" => FunctionValue.Of("normalize(dt)", a => Normalize(a[0])),
            _ => base.GetAttribute(name),
        };

    public override bool Equals([NotNullWhen(true)] Value? other) => other is PytzZone zone && zone.name == name && zone.offset == offset && zone.saving == saving;

    public override int GetHashCode() => name.GetHashCode(StringComparison.Ordinal);

    internal override TimeDeltaValue OffsetAt(DateTime local) => TimeDeltaValue.From(offset);

    internal override string NameAt(DateTime local) => abbreviation;

    internal override TimeDeltaValue? SavingAt(DateTime local) => saving is TimeSpan known ? TimeDeltaValue.From(known) : null;

    internal override DateTimeValue FromUtc(DateTime utc)
    {
        var zone = new PytzZone(name, rules, utc);
        return new DateTimeValue(utc + zone.offset, zone);
    }

    private static DateTime Utc(DateTimeValue value) => new(value.Universal * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);

    private static DateTime WinterOf(DateTime utc, TimeZoneInfo rules)
    {
        var january = new DateTime(utc.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        return rules.IsDaylightSavingTime(january) ? january.AddMonths(6) : january;
    }

    /// <summary>The short name; where the database gives long names only, their capitals.</summary>
    private static string Abbreviation(string display) =>
        display.Contains(' ') ? string.Concat(display.Where(char.IsUpper)) : display;

    private DateTimeValue Normalize(Value value) => value switch
    {
        DateTimeValue { Zone: PytzZone } at => FromUtc(Utc(at)),
        DateTimeValue { Zone: { } zone } at when ReferenceEquals(zone, FixedTimeZone.PytzUtc) => FromUtc(Utc(at)),
        DateTimeValue { Zone: { } zone } => throw new TemplateException("AttributeError", $"'{zone.TypeName}' object has no attribute '_utcoffset'"),
        _ => throw TemplateException.ValueError("Naive time - no tzinfo set"),
    };

    private DateTimeValue Localize(Value value, bool isDaylight)
    {
        if (value is not DateTimeValue naive)
        {
            throw TemplateException.TypeError($"expected datetime.datetime, not {value.TypeName}");
        }

        if (naive.Zone is not null)
        {
            throw TemplateException.ValueError("Not naive datetime (tzinfo is already set)");
        }

        TimeSpan at = rules.IsAmbiguousTime(naive.Local)
            ? rules.GetAmbiguousTimeOffsets(naive.Local).Order().ElementAt(isDaylight ? 1 : 0)
            : rules.GetUtcOffset(naive.Local);
        return new DateTimeValue(naive.Local, new PytzZone(name, rules, naive.Local - at));
    }
}
