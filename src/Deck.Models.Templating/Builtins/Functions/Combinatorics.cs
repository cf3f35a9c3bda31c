using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>The combinatoric iterators of itertools, in its order.</summary>
internal static class Combinatorics
{
    public static IEnumerable<Value> Product(List<Value>[] pools, long repeat)
    {
        List<Value>[] all = [.. Enumerable.Repeat(pools, (int)Math.Clamp(repeat, 0, 1000)).SelectMany(p => p)];
        return Walk([.. all.Select(p => p.Count)], (_, _) => true).Select(places => Pick(all, places));
    }

    /// <summary>The choices of r elements whose places satisfy a rule, in lexicographic order of the places.</summary>
    public static IEnumerable<Value> Choose(List<Value> pool, Value count, Func<int[], int, bool> fits)
    {
        long size = count.IsNone ? pool.Count
            : IntegerValue.TryFrom(count, out IntegerValue? integer) ? integer.Clamped
            : throw TemplateException.TypeError("Expected int as r");
        if (size < 0)
        {
            throw TemplateException.ValueError("r must be non-negative");
        }

        if (size > pool.Count && fits != IsMulticombination)
        {
            return [];
        }

        List<Value>[] pools = [.. Enumerable.Repeat(pool, (int)size)];
        return Walk([.. pools.Select(p => p.Count)], fits).Select(places => Pick(pools, places));
    }

    /// <summary>No place twice.</summary>
    public static bool IsPermutation(int[] places, int last) => Array.IndexOf(places, places[last], 0, last) < 0;

    /// <summary>Places rising.</summary>
    public static bool IsCombination(int[] places, int last) => last == 0 || places[last - 1] < places[last];

    /// <summary>Places never falling.</summary>
    public static bool IsMulticombination(int[] places, int last) => last == 0 || places[last - 1] <= places[last];

    /// <summary>All counters within the sizes; a branch is left as soon as its newest digit does not fit.</summary>
    private static IEnumerable<int[]> Walk(int[] sizes, Func<int[], int, bool> fits)
    {
        var places = new int[sizes.Length];
        int depth = 0;
        if (sizes.Length == 0)
        {
            yield return places;
            yield break;
        }

        places[0] = -1;
        while (depth >= 0)
        {
            if (++places[depth] >= sizes[depth])
            {
                depth--;
            }
            else if (fits(places, depth))
            {
                if (depth == sizes.Length - 1)
                {
                    yield return places;
                }
                else
                {
                    places[++depth] = -1;
                }
            }
        }
    }

    private static TupleValue Pick(List<Value>[] pools, int[] places)
    {
        var items = new Value[places.Length];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = pools[i][places[i]];
        }

        return TupleValue.Own(items);
    }
}
