using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Values;

/// <summary>Python's range: numbers counted, not stored.</summary>
public sealed class RangeValue(long start, long stop, long step) : Value
{
    private readonly int count = Count(start, stop, step);

    public override string TypeName => "range";

    public override bool IsTrue => count > 0;

    public override int? Length => count;

    public override bool IsSequence => true;

    public override string Repr() => step == 1 ? $"range({start}, {stop})" : $"range({start}, {stop}, {step})";

    public override Value? GetItem(Value key) =>
        IntegerValue.TryFrom(key, out IntegerValue? index) && SequenceOrder.Place(index, count) is int place and >= 0 ? At(place) : null;

    public override Value? GetAttribute(string name) =>
        name switch
        {
            "start" => Of(start),
            "stop" => Of(stop),
            "step" => Of(step),
            "count" => FunctionValue.Of("count(value, /)", a => Of(ContainsItem(a[0]) == true ? 1 : 0)),
            "index" => FunctionValue.Of("index(value, /)", a => Index(a[0])),
            _ => null,
        };

    public override IEnumerator<Value> Iterate()
    {
        for (int i = 0; i < count; i++)
        {
            yield return At(i);
        }
    }

    public override IEnumerator<Value> IterateReversed()
    {
        for (int i = count - 1; i >= 0; i--)
        {
            yield return At(i);
        }
    }

    public override bool Equals([NotNullWhen(true)] Value? other) =>
        other is RangeValue range && count == range.count && (count == 0 || (start == range.First && (count == 1 || step == range.Step)));

    public override int GetHashCode() => HashCode.Combine(count, count > 0 ? start : 0, count > 1 ? step : 0);

    private long First => start;

    private long Step => step;

    /// <summary>The number of elements; OverflowError where it is no machine int.</summary>
    internal static int Count(long start, long stop, long step)
    {
        (long low, long high) = step > 0 ? (start, stop) : (stop, start);
        if (low >= high)
        {
            return 0;
        }

        // Unsigned, as the distance of two machine words may be longer than the longest positive one; so is the last step.
        ulong span = unchecked((ulong)high - (ulong)low);
        ulong stride = step > 0 ? (ulong)step : unchecked((ulong)-step);
        ulong number = ((span - 1) / stride) + 1;
        return number > int.MaxValue ? throw new TemplateException("OverflowError", "Python int too large to convert to C ssize_t") : (int)number;
    }

    internal override Value GetSlice(SliceBounds bounds)
    {
        SliceRange range = bounds.Over(count);
        // A stride too long for a machine word passes every element but the first, as the longest one does.
        Int128 stride = Int128.Clamp((Int128)step * range.Step, -long.MaxValue, long.MaxValue);
        return new RangeValue(start + (range.Start * step), start + (range.Stop * step), (long)stride);
    }

    protected internal override bool? ContainsItem(Value item)
    {
        if (!IntegerValue.TryFrom(item, out IntegerValue? integer))
        {
            return item is FloatValue or DecimalValue ? null : false;
        }

        Int128 distance = (Int128)integer.Clamped - start;
        return distance % step == 0 && distance / step >= 0 && distance / step < count;
    }

    private IntegerValue At(int place) => IntegerValue.From(start + (place * step));

    private Value Index(Value value) =>
        ContainsItem(value) == true && IntegerValue.TryFrom(value, out IntegerValue? integer)
            ? Of((integer.Clamped - start) / step)
            : throw TemplateException.ValueError($"{value.Repr()} is not in range");
}
