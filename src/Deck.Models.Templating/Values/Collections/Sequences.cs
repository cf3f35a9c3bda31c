namespace Deck.Models.Templating.Values;

/// <summary>Reading any iterable as a whole, and sorting.</summary>
internal static class Sequences
{
    /// <summary>Every element in a new list; TypeError where the value cannot be iterated.</summary>
    public static List<Value> ToList(Value value)
    {
        switch (value)
        {
            case ListValue list:
                return [.. list.Elements];
            case TupleValue tuple:
                return [.. tuple.Items];
        }

        var items = new List<Value>(value.Length ?? 4);
        IEnumerator<Value> walk = Operators.Iterate(value);
        while (walk.MoveNext())
        {
            items.Add(walk.Current);
            SequenceLimits.DemandSteps(items.Count);
        }

        return items;
    }

    /// <summary>Elements as a plain .NET sequence.</summary>
    public static IEnumerable<Value> Enumerate(Value value)
    {
        IEnumerator<Value> walk = Operators.Iterate(value);
        while (walk.MoveNext())
        {
            yield return walk.Current;
        }
    }

    /// <summary>Python's `sorted`: stable, by `&lt;` of the keys alone; reversed, equal elements keep their order.</summary>
    public static List<Value> Sort(List<Value> items, Func<Value, Value> key, bool reverse)
    {
        var keyed = new (Value Key, Value Item)[items.Count];
        for (int i = 0; i < keyed.Length; i++)
        {
            keyed[i] = (key(items[i]), items[i]);
        }

        if (reverse)
        {
            Array.Reverse(keyed);
        }

        PythonSort.Sort(keyed, static (left, right) => Operators.Compare(CompareOperator.Less, left, right));
        if (reverse)
        {
            Array.Reverse(keyed);
        }

        return [.. keyed.Select(pair => pair.Item)];
    }
}
