using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>The filters that take a sequence as a whole, or make one.</summary>
internal static class SequenceFilters
{
    private static readonly Filter Length = FilterSet.Define("length()", (c, _) => Value.Of(Operators.Length(c.Input)));

    public static Filter[] All { get; } =
    [
        Length,
        FilterSet.Alias("count", Length),
        FilterSet.Define("list()", (c, _) => ListValue.Own(Sequences.ToList(c.Input))),
        FilterSet.Define("first()", (c, _) => First(c)),
        FilterSet.Define("last()", (c, _) => Last(c)),
        FilterSet.Define("random()", (c, _) => Random(c)),
        FilterSet.Define("join(d='', attribute=None)", (c, a) => c.Environment.Escapes ? EscapedText.Join(c, a) : Value.Of(Join(c, a))),
        FilterSet.Define("reverse()", (c, _) => Reverse(c.Input)),
        FilterSet.Define("batch(linecount, fill_with=None)", (c, a) => new IteratorValue("generator do_batch", Batch(c.Input, a[0], a[1]))),
        FilterSet.Define("slice(slices, fill_with=None)", (c, a) => new IteratorValue("generator sync_do_slice", Slice(c.Input, a, a[1]))),
        FilterSet.Define("items()", (c, _) => new IteratorValue("generator do_items", Items(c.Input))),
        FilterSet.Define("sum(attribute=None, start=0)", Sum),
    ];

    private static Value First(FilterCall call)
    {
        IEnumerator<Value> walk = Operators.Iterate(call.Input);
        return walk.MoveNext() ? walk.Current : UndefinedValue.Because("No first item, sequence was empty.", call.Environment.Mode);
    }

    private static Value Last(FilterCall call)
    {
        IEnumerator<Value> walk = call.Input.IterateReversed() ?? throw TemplateException.TypeError($"'{call.Input.TypeName}' object is not reversible");
        return walk.MoveNext() ? walk.Current : UndefinedValue.Because("No last item, sequence was empty.", call.Environment.Mode);
    }

    private static Value Random(FilterCall call)
    {
        int length = Operators.Length(call.Input);
        return length == 0
            ? UndefinedValue.Because("No random item, sequence was empty.", call.Environment.Mode)
            : call.Input.GetItem(Value.Of(System.Security.Cryptography.RandomNumberGenerator.GetInt32(length)))
                ?? throw (call.Input is DictValue ? new TemplateException("KeyError", "0") : TemplateException.TypeError($"'{call.Input.TypeName}' object is not subscriptable"));
    }

    private static string Join(FilterCall call, BoundArguments arguments)
    {
        AttributePath? path = arguments[1].IsNone ? null : AttributePath.Of(arguments[1], call.Environment.Mode);
        string separator = arguments[0].ToText();
        var joined = new System.Text.StringBuilder();
        bool first = true;
        IEnumerator<Value> walk = Operators.Iterate(call.Input);
        while (walk.MoveNext())
        {
            joined.AppendBounded(first ? "" : separator).AppendBounded((path is null ? walk.Current : path.Of(walk.Current)).ToText());
            first = false;
        }

        return joined.ToString();
    }

    private static Value Reverse(Value value)
    {
        if (value is StringValue text)
        {
            return text.GetSlice(new SliceBounds(null, null, -1));
        }

        if (value.IterateReversed() is IEnumerator<Value> reversed)
        {
            return new IteratorValue(value is ListValue ? "list_reverseiterator" : "reversed", reversed);
        }

        if (value.Iterate() is null)
        {
            throw FilterSet.ArgumentError("argument must be iterable");
        }

        List<Value> items = Sequences.ToList(value);
        items.Reverse();
        return ListValue.Own(items);
    }

    private static IEnumerator<Value> Batch(Value value, Value count, Value fill)
    {
        var batch = new List<Value>();
        foreach (Value item in Sequences.Enumerate(value))
        {
            if (count.Equals(Value.Of(batch.Count)))
            {
                yield return ListValue.Own(batch);
                batch = [];
            }

            batch.Add(item);
        }

        if (batch.Count == 0)
        {
            yield break;
        }

        if (!fill.IsNone && Operators.Compare(CompareOperator.Less, Value.Of(batch.Count), count))
        {
            var missing = (ListValue)Operators.Binary(BinaryOperator.Multiply, Value.List(fill), Operators.Binary(BinaryOperator.Subtract, count, Value.Of(batch.Count)));
            batch.AddRange(missing.Elements);
        }

        yield return ListValue.Own(batch);
    }

    private static IEnumerator<Value> Slice(Value value, BoundArguments arguments, Value fill)
    {
        List<Value> items = Sequences.ToList(value);
        Value slices = arguments[0];
        // Python divides before it counts: a zero and a non-number fail there.
        Operators.Binary(BinaryOperator.FloorDivide, Value.Of(items.Count), slices);
        long count = arguments.Integer(0);
        int size = (int)(count > 0 ? items.Count / count : 0);
        long larger = count > 0 ? items.Count % count : 0;
        int offset = 0;
        for (long i = 0; i < count; i++)
        {
            int take = size + (i < larger ? 1 : 0);
            List<Value> slice = items.GetRange(offset, take);
            offset += take;
            if (!fill.IsNone && i >= larger)
            {
                slice.Add(fill);
            }

            yield return ListValue.Own(slice);
        }
    }

    private static IEnumerator<Value> Items(Value value)
    {
        if (value.IsUndefined)
        {
            yield break;
        }

        if (!value.IsMapping || value.GetAttribute("items") is not Value items)
        {
            throw TemplateException.TypeError("Can only get item pairs from a mapping.");
        }

        foreach (Value pair in Sequences.Enumerate(items.Call(Arguments.None)))
        {
            yield return pair;
        }
    }

    private static Value Sum(FilterCall call, BoundArguments arguments)
    {
        AttributePath? path = arguments[0].IsNone ? null : AttributePath.Of(arguments[0], call.Environment.Mode);
        Value total = arguments[1];
        if (total is StringValue)
        {
            throw TemplateException.TypeError("sum() can't sum strings [use ''.join(seq) instead]");
        }

        IEnumerator<Value> walk = Operators.Iterate(call.Input);
        while (walk.MoveNext())
        {
            total = Operators.Binary(BinaryOperator.Add, total, path is null ? walk.Current : path.Of(walk.Current));
        }

        return total;
    }
}
