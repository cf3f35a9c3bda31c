namespace Deck.Models.Templating.Values;

/// <summary>A stable merge sort that asks for `&lt;` only, as Python's does; .NET's own sort is neither.</summary>
internal static class MergeSort
{
    public static void Sort((Value Key, Value Item)[] items, bool reverse)
    {
        if (items.Length > 1)
        {
            Sort(items, new (Value Key, Value Item)[items.Length], reverse);
        }
    }

    private static void Sort(Span<(Value Key, Value Item)> items, Span<(Value Key, Value Item)> spare, bool reverse)
    {
        if (items.Length < 2)
        {
            return;
        }

        int middle = items.Length / 2;
        Sort(items[..middle], spare[..middle], reverse);
        Sort(items[middle..], spare[middle..], reverse);
        items.CopyTo(spare);
        int left = 0;
        int right = middle;
        for (int i = 0; i < items.Length; i++)
        {
            bool takeRight = left == middle || (right < items.Length && Precedes(spare[right].Key, spare[left].Key, reverse));
            items[i] = takeRight ? spare[right++] : spare[left++];
        }
    }

    private static bool Precedes(Value right, Value left, bool reverse) =>
        reverse ? Operators.Compare(CompareOperator.Less, left, right) : Operators.Compare(CompareOperator.Less, right, left);
}
