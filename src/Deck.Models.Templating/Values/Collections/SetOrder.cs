namespace Deck.Models.Templating.Values;

/// <summary>The order in which a set gives its elements: as CPython's table has it for machine ints, else as added.</summary>
/// <remarks>The order of strings in CPython changes from run to run, so nothing can depend on it.</remarks>
internal static class SetOrder
{
    private const int LinearProbes = 9;

    public static IReadOnlyList<Value> Of(SetValue set)
    {
        OrderedDictionary<Value, Value>.KeyCollection items = set.Elements.Keys;
        if (items.Count < 2 || !items.All(i => i is IntegerValue n && n.TryGetInt64(out _)))
        {
            return [.. items];
        }

        Value?[] table = new Value?[8];
        int used = 0;
        foreach (Value item in items)
        {
            Add(table, item);
            used++;
            if (used * 5 >= (table.Length - 1) * 3)
            {
                table = Grow(table, used);
            }
        }

        return [.. table.OfType<Value>()];
    }

    private static Value?[] Grow(Value?[] table, int used)
    {
        int size = 8;
        while (size <= used * (used > 50_000 ? 2 : 4))
        {
            size <<= 1;
        }

        var grown = new Value?[size];
        foreach (Value? item in table)
        {
            if (item is not null)
            {
                Add(grown, item);
            }
        }

        return grown;
    }

    /// <summary>CPython's probing: the slot of the hash, a few after it, then a perturbed jump.</summary>
    private static void Add(Value?[] table, Value item)
    {
        ulong mask = (ulong)table.Length - 1;
        long number = ((IntegerValue)item).Clamped;
        long hash = number == -1 ? -2 : number % 2305843009213693951;
        ulong perturb = (ulong)hash;
        ulong slot = (ulong)hash & mask;
        while (true)
        {
            int probes = slot + LinearProbes <= mask ? LinearProbes : 0;
            for (int i = 0; i <= probes; i++)
            {
                if (table[slot + (ulong)i] is null)
                {
                    table[slot + (ulong)i] = item;
                    return;
                }
            }

            perturb >>= 5;
            slot = ((slot * 5) + 1 + perturb) & mask;
        }
    }
}
