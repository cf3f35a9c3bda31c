namespace Deck.Models.Templating.Values;

/// <summary>The methods of list. Those that change it return None, as in Python.</summary>
internal static class ListMethods
{
    public static MethodTable<ListValue> Table { get; } = new(
        ("append(object, /)", (l, a) => Do(() => l.Elements.Add(a[0]))),
        ("extend(iterable, /)", (l, a) => Do(() => Extend(l.Elements, Sequences.ToList(a[0])))),
        ("insert(index, object, /)", Insert),
        ("pop(index=-1, /)", Pop),
        ("remove(value, /)", Remove),
        ("clear()", (l, _) => Do(l.Elements.Clear)),
        ("copy()", (l, _) => new ListValue(l.Elements)),
        ("reverse()", (l, _) => Do(l.Elements.Reverse)),
        ("sort(*, key=None, reverse=False)", Sort),
        ("index(value, start=0, stop=9223372036854775807, /)", (l, a) => IndexIn(l.Elements, a, "list")),
        ("count(value, /)", (l, a) => CountIn(l.Elements, a[0])));

    public static Value IndexIn(IReadOnlyList<Value> items, BoundArguments arguments, string type)
    {
        int from = Bound(arguments.Integer(1), items.Count);
        int to = Bound(arguments.Integer(2), items.Count);
        int index = SequenceOrder.IndexOf(items, arguments[0], from, to);
        return index >= 0 ? Value.Of(index)
            : throw TemplateException.ValueError(type == "list" ? $"{arguments[0].Repr()} is not in list" : "tuple.index(x): x not in tuple");
    }

    public static Value CountIn(IReadOnlyList<Value> items, Value value)
    {
        int count = 0;
        for (int i = 0; i < items.Count; i++)
        {
            count += SequenceOrder.Same(items[i], value) ? 1 : 0;
        }

        return Value.Of(count);
    }

    private static int Bound(long index, int count) => (int)Math.Clamp(index < 0 ? index + count : index, 0, count);

    private static Value Do(Action change)
    {
        change();
        return Value.None;
    }

    private static void Extend(List<Value> list, List<Value> by)
    {
        SequenceLimits.Demand(1, (long)list.Count + by.Count);
        list.AddRange(by);
    }

    private static Value Insert(ListValue list, BoundArguments arguments) =>
        Do(() => list.Elements.Insert(Bound(arguments.Integer(0), list.Elements.Count), arguments[1]));

    private static Value Pop(ListValue list, BoundArguments arguments)
    {
        long index = arguments.Integer(0);
        long place = index < 0 ? index + list.Elements.Count : index;
        if (place < 0 || place >= list.Elements.Count)
        {
            throw new TemplateException("IndexError", list.IsTrue ? "pop index out of range" : "pop from empty list");
        }

        Value item = list.Elements[(int)place];
        list.Elements.RemoveAt((int)place);
        return item;
    }

    private static Value Remove(ListValue list, BoundArguments arguments)
    {
        int index = SequenceOrder.IndexOf(list.Elements, arguments[0], 0, list.Elements.Count);
        return index >= 0 ? Do(() => list.Elements.RemoveAt(index)) : throw TemplateException.ValueError("list.remove(x): x not in list");
    }

    private static Value Sort(ListValue list, BoundArguments arguments)
    {
        Value key = arguments[0];
        List<Value> sorted = Sequences.Sort(list.Elements, key.IsNone ? item => item : item => key.Call(Arguments.Of(item)), arguments.Flag(1));
        list.Elements.Clear();
        list.Elements.AddRange(sorted);
        return Value.None;
    }
}
