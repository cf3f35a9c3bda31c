namespace Deck.Models.Templating.Values;

/// <summary>The bounds of a slice as written; null where left out.</summary>
internal readonly record struct SliceBounds(long? Start, long? Stop, long Step)
{
    /// <summary>The places that the slice takes of a sequence, clamped as Python clamps them.</summary>
    public SliceRange Over(int length)
    {
        long lowest = Step > 0 ? 0 : -1;
        long highest = Step > 0 ? length : length - 1;
        long start = Clamp(Start, lowest, highest, length) ?? (Step > 0 ? lowest : highest);
        long stop = Clamp(Stop, lowest, highest, length) ?? (Step > 0 ? highest : lowest);
        long span = Step > 0 ? stop - start : start - stop;
        long stride = Step == long.MinValue ? long.MaxValue : Math.Abs(Step);
        return new SliceRange((int)start, (int)stop, Step, span <= 0 ? 0 : (int)((span + stride - 1 < 0 ? long.MaxValue : span + stride - 1) / stride));
    }

    private static long? Clamp(long? bound, long lowest, long highest, int length) =>
        bound is not long given ? null
        : given < 0 ? Math.Max(given + length, lowest)
        : Math.Min(given, highest);
}

/// <summary>The places of one slice of one sequence.</summary>
internal readonly record struct SliceRange(int Start, int Stop, long Step, int Count)
{
    public int this[int index] => (int)(Start + (index * Step));
}
