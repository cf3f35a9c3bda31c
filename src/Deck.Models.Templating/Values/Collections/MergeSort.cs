namespace Deck.Models.Templating.Values;

/// <summary>A stable merge sort that asks for `&lt;` only, as Python's does; .NET's own sort is neither.</summary>
internal static class MergeSort
{
    public static void Sort((Value Key, Value Item)[] items, bool reverse)
    {
        if (items.Length > 1)
        {
            Sort(items, new (Value Key, Value Item)[items.Length], 0, items.Length, reverse);
        }
    }

    private static void Sort((Value Key, Value Item)[] items, (Value Key, Value Item)[] spare, int from, int to, bool reverse)
    {
        if (to - from < 2)
        {
            return;
        }

        int middle = (from + to) / 2;
        Sort(items, spare, from, middle, reverse);
        Sort(items, spare, middle, to, reverse);
        Array.Copy(items, from, spare, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++)
        {
            bool takeRight = left == middle || (right < to && Precedes(spare[right].Key, spare[left].Key, reverse));
            items[i] = takeRight ? spare[right++] : spare[left++];
        }
    }

    private static bool Precedes(Value right, Value left, bool reverse) =>
        reverse ? Operators.Compare(CompareOperator.Less, left, right) : Operators.Compare(CompareOperator.Less, right, left);
}
