namespace Deck.Models.Templating.Values;

/// <summary>Comparison of sequences element by element, and the search in them.</summary>
internal static class SequenceOrder
{
    public static bool Equal(IReadOnlyList<Value> left, IReadOnlyList<Value> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (int i = 0; i < left.Count; i++)
        {
            if (!Same(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Identity or equality: what Python's containers compare their elements by.</summary>
    public static bool Same(Value left, Value right) => ReferenceEquals(left, right) || Operators.AreEqual(left, right);

    public static bool Compare(CompareOperator op, IReadOnlyList<Value> left, IReadOnlyList<Value> right)
    {
        SequenceLimits.DemandStack();
        int common = Math.Min(left.Count, right.Count);
        for (int i = 0; i < common; i++)
        {
            if (!Same(left[i], right[i]))
            {
                return Operators.Compare(op, left[i], right[i]);
            }
        }

        return NumericOrder.Holds(op, left.Count.CompareTo(right.Count));
    }

    public static int IndexOf(IReadOnlyList<Value> items, Value item, int from, int to)
    {
        for (int i = from; i < to && i < items.Count; i++)
        {
            if (Same(items[i], item))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The place of an index that may count from the end; -1 where it is outside.</summary>
    public static int Place(IntegerValue index, int count)
    {
        long place = index.Clamped < 0 ? index.Clamped + count : index.Clamped;
        return place >= 0 && place < count ? (int)place : -1;
    }
}
