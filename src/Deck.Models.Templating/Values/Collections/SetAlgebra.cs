namespace Deck.Models.Templating.Values;

/// <summary>Union, intersection and difference of sets, each taking its elements in the order in which CPython takes them.</summary>
internal static class SetAlgebra
{
    /// <summary>CPython removes one by one from a set that is at least this many times larger than what is removed, and tells the elements apart otherwise.</summary>
    private const int MuchLarger = 4;

    /// <summary>Beyond this ratio only what both sets have is removed.</summary>
    private const int FarLarger = 8;

    public static SetValue Union(SetValue set, IEnumerable<Value> others)
    {
        SetValue result = SetValue.From(set);
        foreach (Value other in others.Where(other => !ReferenceEquals(other, set)))
        {
            result.Update(other);
        }

        return result;
    }

    /// <summary>The elements of the smaller set that the other one has; of two equally large ones, of the second.</summary>
    public static SetValue Intersection(SetValue set, Value other)
    {
        if (ReferenceEquals(set, other))
        {
            return SetValue.From(set);
        }

        bool isSmaller = other is SetValue second && set.Length < second.Length;
        IEnumerable<Value> walked = isSmaller ? set.Items : Sequences.ToList(other);
        Func<Value, bool> isShared = isSmaller ? ((SetValue)other).Has : set.Has;
        return new SetValue(walked.Where(isShared));
    }

    public static SetValue Difference(SetValue set, Value other)
    {
        int? size = other is SetValue or DictValue ? other.Length : null;
        if (size is null || set.Length / MuchLarger > size)
        {
            SetValue rest = SetValue.From(set);
            Subtract(rest, other);
            return rest;
        }

        return new SetValue(set.Items.Where(item => other.ContainsItem(item) != true));
    }

    /// <summary>Removes from the set what the other one has.</summary>
    public static void Subtract(SetValue set, Value other)
    {
        if (ReferenceEquals(set, other))
        {
            set.Clear();
            return;
        }

        Value removed = other is SetValue large && large.Length / FarLarger > set.Length ? Intersection(set, large) : other;
        foreach (Value item in Sequences.ToList(removed))
        {
            set.Remove(item);
        }

        set.Tidy();
    }

    /// <summary>Changes the set to the elements that exactly one of both has.</summary>
    public static void Exchange(SetValue set, Value other)
    {
        if (ReferenceEquals(set, other))
        {
            set.Clear();
            return;
        }

        IEnumerable<Value> items = other is DictValue dict ? Sequences.ToList(dict) : [.. (other as SetValue ?? SetValue.From(other)).Items];
        foreach (Value item in items)
        {
            if (!set.Remove(item))
            {
                set.Add(item);
            }
        }
    }
}
