using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Values;

/// <summary>Python's datetime.timedelta: whole microseconds.</summary>
public sealed class TimeDeltaValue : Value
{
    internal const long Second = 1_000_000;
    internal const long Day = 86_400 * Second;
    private const long MaxDays = 999_999_999;

    /// <summary>A duration; OverflowError where Python's timedelta cannot hold it.</summary>
    public TimeDeltaValue(Int128 microseconds)
    {
        Microseconds = microseconds;
        if (microseconds / Day > MaxDays || Days < -MaxDays)
        {
            throw new TemplateException("OverflowError", $"days={microseconds / Day}; must have magnitude <= {MaxDays}");
        }
    }

    public override string TypeName => "datetime.timedelta";

    public override bool IsTrue => Microseconds != 0;

    /// <summary>The whole duration.</summary>
    public Int128 Microseconds { get; }

    /// <summary>Whole days, rounded down: the rest is never negative.</summary>
    internal long Days => (long)((Microseconds - RestOfDay) / Day);

    private long RestOfDay => (long)(((Microseconds % Day) + Day) % Day);

    /// <summary>The duration of a .NET time span, cut to microseconds.</summary>
    public static TimeDeltaValue From(TimeSpan span) => new(span.Ticks / TimeSpan.TicksPerMicrosecond);

    public override string ToText()
    {
        long rest = RestOfDay;
        string days = Days == 0 ? "" : $"{Days} day{(Math.Abs(Days) == 1 ? "" : "s")}, ";
        string fraction = rest % Second == 0 ? "" : $".{rest % Second:000000}";
        return $"{days}{rest / (3600 * Second)}:{rest / (60 * Second) % 60:00}:{rest / Second % 60:00}{fraction}";
    }

    public override string Repr()
    {
        long rest = RestOfDay;
        var parts = new List<string>();
        Add("days", Days);
        Add("seconds", rest / Second);
        Add("microseconds", rest % Second);
        return $"datetime.timedelta({(parts.Count == 0 ? "0" : string.Join(", ", parts))})";

        void Add(string name, long number)
        {
            if (number != 0)
            {
                parts.Add($"{name}={number}");
            }
        }
    }

    public override Value? GetAttribute(string name) =>
        name switch
        {
            "days" => Of(Days),
            "seconds" => Of(RestOfDay / Second),
            "microseconds" => Of(RestOfDay % Second),
            "total_seconds" => FunctionValue.Of("total_seconds()", _ => Of(IntegerMath.Ratio((System.Numerics.BigInteger)Microseconds, Second))),
            "min" => new TimeDeltaValue((Int128)(-MaxDays) * Day),
            "max" => new TimeDeltaValue(((Int128)MaxDays * Day) + Day - 1),
            "resolution" => new TimeDeltaValue(1),
            _ => null,
        };

    public override bool Equals([NotNullWhen(true)] Value? other) => other is TimeDeltaValue delta && Microseconds == delta.Microseconds;

    public override int GetHashCode() => Microseconds.GetHashCode();

    internal TimeDeltaValue Absolute() => Microseconds < 0 ? new TimeDeltaValue(-Microseconds) : this;

    /// <summary>The `+HH:MM[:SS]` text of an offset from UTC.</summary>
    internal string ToOffset(string separator)
    {
        long seconds = Math.Abs((long)(Microseconds / Second));
        long micros = (long)Int128.Abs(Microseconds % Second);
        string rest = (seconds % 60 == 0 && micros == 0 ? "" : $"{separator}{seconds % 60:00}") + (micros == 0 ? "" : $".{micros:000000}");
        return $"{(Microseconds < 0 ? '-' : '+')}{seconds / 3600:00}{separator}{seconds / 60 % 60:00}{rest}";
    }

    protected internal override Value? Operate(BinaryOperator op, Value other, bool reflected) => TimeDeltaMath.Apply(op, this, other, reflected);

    protected internal override bool? Order(CompareOperator op, Value other) =>
        other is TimeDeltaValue delta ? NumericOrder.Holds(op, Microseconds.CompareTo(delta.Microseconds)) : null;

    protected internal override Value Negated() => new TimeDeltaValue(-Microseconds);
}
