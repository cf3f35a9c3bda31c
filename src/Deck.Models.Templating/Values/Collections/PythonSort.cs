namespace Deck.Models.Templating.Values;

/// <summary>Python's stable sort, which asks for `&lt;` only; .NET's own sort is neither stable nor safe with an order that fails.</summary>
/// <remarks>Short lists are compared in the order in which Python compares them: where several comparisons fail, the same one is reported.</remarks>
internal static class PythonSort
{
    /// <summary>Python inserts into shorter lists and merges longer ones.</summary>
    private const int LongestInserted = 63;

    public static void Sort((Value Key, Value Item)[] items, Func<Value, Value, bool> precedes)
    {
        Sort(items, items.Length > LongestInserted ? new (Value Key, Value Item)[items.Length] : [], precedes);
    }

    private static void Sort(Span<(Value Key, Value Item)> items, Span<(Value Key, Value Item)> spare, Func<Value, Value, bool> precedes)
    {
        if (items.Length < 2)
        {
            return;
        }

        if (items.Length <= LongestInserted)
        {
            Insert(items, precedes);
            return;
        }

        int middle = items.Length / 2;
        Sort(items[..middle], spare[..middle], precedes);
        Sort(items[middle..], spare[middle..], precedes);
        items.CopyTo(spare);
        int left = 0;
        int right = middle;
        for (int i = 0; i < items.Length; i++)
        {
            bool takeRight = left == middle || (right < items.Length && precedes(spare[right].Key, spare[left].Key));
            items[i] = takeRight ? spare[right++] : spare[left++];
        }
    }

    /// <summary>Each item to its place, found by halving, among those before it.</summary>
    private static void Insert(Span<(Value Key, Value Item)> items, Func<Value, Value, bool> precedes)
    {
        for (int next = SortedRun(items, precedes); next < items.Length; next++)
        {
            (Value Key, Value Item) item = items[next];
            int low = 0;
            int high = next;
            while (low < high)
            {
                int middle = low + ((high - low) / 2);
                (low, high) = precedes(item.Key, items[middle].Key) ? (low, middle) : (middle + 1, high);
            }

            items[low..next].CopyTo(items[(low + 1)..]);
            items[low] = item;
        }
    }

    /// <summary>The length of the beginning that is in order already; one that falls all along is turned around.</summary>
    private static int SortedRun(Span<(Value Key, Value Item)> items, Func<Value, Value, bool> precedes)
    {
        bool falls = precedes(items[1].Key, items[0].Key);
        int length = 2;
        while (length < items.Length && precedes(items[length].Key, items[length - 1].Key) == falls)
        {
            length++;
        }

        if (falls)
        {
            items[..length].Reverse();
        }

        return length;
    }
}
