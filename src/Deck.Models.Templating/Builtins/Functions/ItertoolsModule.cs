using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>dbt's `modules.itertools`.</summary>
internal static class ItertoolsModule
{
    public static DictValue Create()
    {
        FunctionValue[] functions =
        [
            FunctionValue.Of("count(start=0, step=1)", a => Lazy("itertools.count", Count(Number(a[0]), Number(a[1])))),
            FunctionValue.Of("cycle(iterable, /)", a => Lazy("itertools.cycle", Cycle(Sequences.ToList(a[0])))),
            FunctionValue.Of("repeat(object, times=None)", a => Lazy("itertools.repeat", Repeat(a[0], a[1].IsNone ? long.MaxValue : a.Integer(1)))),
            FunctionValue.Of("accumulate(iterable, func=None, *, initial=None)", a => Lazy("itertools.accumulate", Accumulate(a[0], a[1], a[2]))),
            FunctionValue.Of("chain(*iterables)", a => Lazy("itertools.chain", Chain(a[0]))),
            FunctionValue.Of("compress(data, selectors)", a => Lazy("itertools.compress", Compress(a[0], a[1]))),
            FunctionValue.Of("islice(iterable, start, stop=..., step=..., /)", a => Lazy("itertools.islice", Islice(a))),
            FunctionValue.Of("starmap(function, iterable, /)", a => Lazy("itertools.starmap", StarMap(a[0], a[1]))),
            FunctionValue.Of("dropwhile(predicate, iterable, /)", a => Lazy("itertools.dropwhile", Sequences.Enumerate(a[1]).SkipWhile(item => a[0].Call(Arguments.Of(item)).IsTrue))),
            FunctionValue.Of("takewhile(predicate, iterable, /)", a => Lazy("itertools.takewhile", Sequences.Enumerate(a[1]).TakeWhile(item => a[0].Call(Arguments.Of(item)).IsTrue))),
            FunctionValue.Of("filterfalse(function, iterable, /)", a => Lazy("itertools.filterfalse", Sequences.Enumerate(a[1]).Where(item => !(a[0].IsNone ? item : a[0].Call(Arguments.Of(item))).IsTrue))),
            FunctionValue.Of("groupby(iterable, key=None)", a => Lazy("itertools.groupby", Group(a[0], a[1]))),
            FunctionValue.Of("tee(iterable, n=2, /)", a => Tee(Sequences.ToList(a[0]), a.Integer(1))),
            FunctionValue.Of("zip_longest(*iterables, fillvalue=None)", a => Lazy("itertools.zip_longest", ZipLongest(a.Rest(0), a[1]))),
            FunctionValue.Of("product(*iterables, repeat=1)", a => Lazy("itertools.product", Combinatorics.Product([.. a.Rest(0).Items.Select(Sequences.ToList)], a.Integer(1)))),
            FunctionValue.Of("permutations(iterable, r=None)", a => Lazy("itertools.permutations", Combinatorics.Choose(Sequences.ToList(a[0]), a[1], Combinatorics.IsPermutation))),
            FunctionValue.Of("combinations(iterable, r)", a => Lazy("itertools.combinations", Combinatorics.Choose(Sequences.ToList(a[0]), a[1], Combinatorics.IsCombination))),
            FunctionValue.Of("combinations_with_replacement(iterable, r)", a => Lazy("itertools.combinations_with_replacement", Combinatorics.Choose(Sequences.ToList(a[0]), a[1], Combinatorics.IsMulticombination))),
        ];
        return new DictValue(functions.Select(f => new KeyValuePair<string, Value>(f.Name, f)));
    }

    private static IteratorValue Lazy(string type, IEnumerable<Value> items) => new(type, SequenceLimits.Bounded(items).GetEnumerator());

    private static Value Number(Value value) =>
        value is IntegerValue or BooleanValue or FloatValue or DecimalValue or TimeDeltaValue ? value : throw TemplateException.TypeError("a number is required");

    private static IEnumerable<Value> Count(Value start, Value step)
    {
        for (Value next = start; ; next = Operators.Binary(BinaryOperator.Add, next, step))
        {
            yield return next;
        }
    }

    private static IEnumerable<Value> Cycle(List<Value> items)
    {
        for (int i = 0; items.Count > 0; i = (i + 1) % items.Count)
        {
            yield return items[i];
        }
    }

    private static IEnumerable<Value> Repeat(Value item, long times)
    {
        for (long i = 0; i < times; i++)
        {
            yield return item;
        }
    }

    private static IEnumerable<Value> Accumulate(Value items, Value function, Value initial)
    {
        Value? total = initial.IsNone ? null : initial;
        if (total is not null)
        {
            yield return total;
        }

        foreach (Value item in Sequences.Enumerate(items))
        {
            total = total is null ? item
                : function.IsNone ? Operators.Binary(BinaryOperator.Add, total, item)
                : function.Call(Arguments.Of(total, item));
            yield return total;
        }
    }

    private static IEnumerable<Value> Chain(Value iterables) => Sequences.Enumerate(iterables).SelectMany(Sequences.Enumerate);

    private static IEnumerable<Value> Compress(Value data, Value selectors) =>
        Sequences.Enumerate(data).Zip(Sequences.Enumerate(selectors)).Where(pair => pair.Second.IsTrue).Select(pair => pair.First);

    private static IEnumerable<Value> Islice(BoundArguments arguments)
    {
        bool single = arguments.Find(2) is null;
        long start = single || arguments[1].IsNone ? 0 : arguments.Integer(1);
        Value last = arguments[single ? 1 : 2];
        long stop = last.IsNone ? long.MaxValue : arguments.Integer(single ? 1 : 2);
        long step = arguments.Find(3) is null or NoneValue ? 1 : arguments.Integer(3);
        if (start < 0 || stop < 0 || step < 1)
        {
            throw TemplateException.ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
        }

        return Islice(arguments[0], start, stop, step);
    }

    private static IEnumerable<Value> Islice(Value items, long start, long stop, long step)
    {
        IEnumerator<Value> walk = Operators.Iterate(items);
        for (long i = 0; i < stop && walk.MoveNext(); i++)
        {
            if (i >= start && (i - start) % step == 0)
            {
                yield return walk.Current;
            }
        }
    }

    private static IEnumerable<Value> StarMap(Value function, Value items) =>
        Sequences.Enumerate(items).Select(item => function.Call(new Arguments([.. Sequences.ToList(item)])));

    private static IEnumerable<Value> Group(Value items, Value key)
    {
        Value? current = null;
        var members = new List<Value>();
        foreach (Value item in Sequences.Enumerate(items))
        {
            Value next = key.IsNone ? item : key.Call(Arguments.Of(item));
            if (current is not null && !SequenceOrder.Same(current, next))
            {
                yield return Value.Tuple(current, new IteratorValue("itertools._grouper", members.GetEnumerator()));
                members = [];
            }

            current = next;
            members.Add(item);
        }

        if (current is not null)
        {
            yield return Value.Tuple(current, new IteratorValue("itertools._grouper", members.GetEnumerator()));
        }
    }

    private static TupleValue Tee(List<Value> items, long count) =>
        TupleValue.Own([.. Enumerable.Range(0, (int)Math.Clamp(count, 0, 10_000)).Select(_ => (Value)new IteratorValue("itertools._tee", items.GetEnumerator()))]);

    private static IEnumerable<Value> ZipLongest(TupleValue iterables, Value fill)
    {
        List<Value>[] columns = [.. iterables.Items.Select(Sequences.ToList)];
        int longest = columns.Length == 0 ? 0 : columns.Max(c => c.Count);
        for (int i = 0; i < longest; i++)
        {
            yield return TupleValue.Own([.. columns.Select(c => i < c.Count ? c[i] : fill)]);
        }
    }
}
