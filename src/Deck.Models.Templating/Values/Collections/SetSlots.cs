namespace Deck.Models.Templating.Values;

/// <summary>CPython's table of a set: where each element lies decides the order in which the set gives them.</summary>
/// <remarks>As in CPython's `setobject.c`, the slot of a removed element stays marked until the table grows, or an element that comes past it takes it.</remarks>
internal sealed class SetSlots
{
    private const int SmallestSize = 8;
    private const int LinearProbes = 9;

    /// <summary>Sets beyond this many elements grow by 2, smaller ones by 4.</summary>
    private const int LargeSet = 50_000;

    private Slot[] table = new Slot[SmallestSize];
    private int fill;
    private int finger;

    public int Count { get; private set; }

    private int Mask => table.Length - 1;

    /// <summary>The elements in their order.</summary>
    public IEnumerable<Value> Items => table.Select(slot => slot.Item).OfType<Value>();

    /// <summary>An element that the set does not hold yet.</summary>
    public void Add(Value item, long hash)
    {
        Count++;
        bool filled = Insert(table, new Slot(item, hash, true));
        fill += filled ? 1 : 0;
        if (filled && fill * 5L >= Mask * 3L)
        {
            Resize(Enlarged);
        }
    }

    /// <summary>Room for elements that come all at once.</summary>
    public void Reserve(int more)
    {
        if ((fill + more) * 5L >= Mask * 3L)
        {
            Resize((Count + more) * 2L);
        }
    }

    /// <summary>Fills an empty table from another one, which CPython copies slot by slot where both are of one size.</summary>
    public void CopyFrom(SetSlots other)
    {
        if (other.Count == 0)
        {
            return;
        }

        Reserve(other.Count);
        bool isAlike = table.Length == other.table.Length && other.fill == other.Count;
        if (isAlike)
        {
            other.table.CopyTo(table, 0);
        }
        else
        {
            InsertAll(other.table, table);
        }

        fill = Count = other.Count;
    }

    public void Remove(Value item)
    {
        int place = Array.FindIndex(table, slot => slot.Item is Value held && SequenceOrder.Same(held, item));
        Empty(place);
    }

    /// <summary>Takes the element that `pop` gives: the first one behind the last that it gave.</summary>
    public Value Pop()
    {
        int place = finger & Mask;
        while (table[place].Item is null)
        {
            place = place == Mask ? 0 : place + 1;
        }

        Value item = table[place].Item ?? throw new InvalidOperationException("an empty set has no element");
        Empty(place);
        finger = place + 1;
        return item;
    }

    public void Clear()
    {
        table = new Slot[SmallestSize];
        fill = 0;
        Count = 0;
    }

    /// <summary>Takes over another table; where `pop` goes on stays.</summary>
    public void Become(SetSlots other) => (table, fill, Count) = (other.table, other.fill, other.Count);

    /// <summary>Drops the slots of removed elements once they are more than a quarter.</summary>
    public void Tidy()
    {
        if (fill - Count > Mask / 4)
        {
            Resize(Enlarged);
        }
    }

    private long Enlarged => Count > LargeSet ? Count * 2L : Count * 4L;

    private static void InsertAll(Slot[] from, Slot[] to)
    {
        foreach (Slot slot in from)
        {
            if (slot.Item is not null)
            {
                Insert(to, slot);
            }
        }
    }

    /// <summary>CPython's probing: the slot of the hash, a few after it, then a perturbed jump. True where a free slot was taken, not one left behind.</summary>
    private static bool Insert(Slot[] table, Slot added)
    {
        ulong mask = (ulong)table.Length - 1;
        ulong perturb = (ulong)added.Hash;
        ulong place = perturb & mask;
        ulong? left = null;
        while (true)
        {
            ulong last = place + (place + LinearProbes <= mask ? LinearProbes : 0UL);
            for (ulong i = place; i <= last; i++)
            {
                if (!table[i].IsTaken)
                {
                    table[left ?? i] = added;
                    return left is null;
                }

                left = table[i].Item is null ? i : left;
            }

            perturb >>= 5;
            place = ((place * 5) + 1 + perturb) & mask;
        }
    }

    private void Empty(int place)
    {
        table[place] = new Slot(null, -1, true);
        Count--;
    }

    private void Resize(long least)
    {
        int size = SmallestSize;
        while (size <= least)
        {
            size <<= 1;
        }

        if (size == SmallestSize && table.Length == SmallestSize && fill == Count)
        {
            return;
        }

        var resized = new Slot[size];
        InsertAll(table, resized);
        table = resized;
        fill = Count;
    }

    /// <summary>A place of the table: free, or an element's, or that of one that was removed.</summary>
    private readonly record struct Slot(Value? Item, long Hash, bool IsTaken);
}
