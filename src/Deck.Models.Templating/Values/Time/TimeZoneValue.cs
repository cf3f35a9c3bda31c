namespace Deck.Models.Templating.Values;

/// <summary>Python's tzinfo: how far a clock is from UTC at a time, and what it is called then.</summary>
public abstract class TimeZoneValue : Value
{
    public override string TypeName => "datetime.timezone";

    /// <summary>The offset where it does not depend on the time; else null.</summary>
    internal virtual TimeDeltaValue? FixedOffset => null;

    public override Value? GetAttribute(string name) =>
        name switch
        {
            "utcoffset" => FunctionValue.Of("utcoffset(dt, /)", a => (Value?)(a[0] is DateTimeValue at ? OffsetAt(at.Local) : FixedOffset) ?? None),
            "tzname" => FunctionValue.Of("tzname(dt, /)", a => Of(a[0] is DateTimeValue at ? NameAt(at.Local) : null)),
            "dst" => FunctionValue.Of("dst(dt, /)", a => (Value?)(a[0] is DateTimeValue at ? SavingAt(at.Local) : null) ?? None),
            _ => null,
        };

    /// <summary>The offset at a wall-clock time of this zone.</summary>
    internal abstract TimeDeltaValue OffsetAt(DateTime local);

    /// <summary>The abbreviation at a wall-clock time of this zone, such as `EST`.</summary>
    internal abstract string NameAt(DateTime local);

    /// <summary>The daylight saving at a wall-clock time; null where the zone knows none.</summary>
    internal virtual TimeDeltaValue? SavingAt(DateTime local) => null;

    /// <summary>The wall-clock time of this zone at a UTC time.</summary>
    internal virtual DateTimeValue FromUtc(DateTime utc) => new DateTimeValue(utc, this).Shift(OffsetAt(utc).Microseconds);
}
