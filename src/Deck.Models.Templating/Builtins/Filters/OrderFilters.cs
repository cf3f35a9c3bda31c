using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>The filters that compare elements: sort, unique, min, max, groupby, dictsort.</summary>
internal static class OrderFilters
{
    public static Filter[] All { get; } =
    [
        FilterSet.Define("sort(reverse=False, case_sensitive=False, attribute=None)", Sort),
        FilterSet.Define("dictsort(case_sensitive=False, by='key', reverse=False)", SortDict),
        FilterSet.Define("unique(case_sensitive=False, attribute=None)", (c, a) => new IteratorValue("generator sync_do_unique", Unique(c, a[0].IsTrue, a[1]))),
        FilterSet.Define("min(case_sensitive=False, attribute=None)", (c, a) => Extreme(c, a, CompareOperator.Less)),
        FilterSet.Define("max(case_sensitive=False, attribute=None)", (c, a) => Extreme(c, a, CompareOperator.Greater)),
        FilterSet.Define("groupby(attribute, default=None, case_sensitive=False)", Group),
    ];

    private static Value Sort(FilterCall call, BoundArguments arguments)
    {
        AttributePath[] paths = AttributePath.List(arguments[2], call.Environment.Mode);
        bool caseSensitive = arguments[1].IsTrue;
        List<Value> items = Sequences.ToList(call.Input);
        // Keys are lists, as in jinja2: equal elements are not asked for their order.
        return ListValue.Own(Sequences.Sort(items, Key, arguments.Flag(0)));

        Value Key(Value item)
        {
            var key = new List<Value>(paths.Length);
            foreach (AttributePath path in paths)
            {
                key.Add(AttributePath.Fold(path.Of(item), caseSensitive));
            }

            return ListValue.Own(key);
        }
    }

    private static Value SortDict(FilterCall call, BoundArguments arguments)
    {
        int place = (arguments[1] as StringValue)?.Text switch
        {
            "key" => 0,
            "value" => 1,
            _ => throw FilterSet.ArgumentError("You can only sort by either \"key\" or \"value\""),
        };
        bool caseSensitive = arguments[0].IsTrue;
        List<Value> pairs = Sequences.ToList(FilterSet.Items(call.Input));
        return ListValue.Own(Sequences.Sort(pairs, pair => AttributePath.Fold(((TupleValue)pair).Items[place], caseSensitive), arguments.Flag(2)));
    }

    private static IEnumerator<Value> Unique(FilterCall call, bool caseSensitive, Value attribute)
    {
        AttributePath path = AttributePath.Of(attribute, call.Environment.Mode);
        var seen = new HashSet<Value>();
        foreach (Value item in Sequences.Enumerate(call.Input))
        {
            if (seen.Add(AttributePath.Fold(path.Of(item), caseSensitive)))
            {
                yield return item;
            }
        }
    }

    private static Value Extreme(FilterCall call, BoundArguments arguments, CompareOperator better)
    {
        IEnumerator<Value> walk = Operators.Iterate(call.Input);
        if (!walk.MoveNext())
        {
            return UndefinedValue.Because("No aggregated item, sequence was empty.", call.Environment.Mode);
        }

        AttributePath path = AttributePath.Of(arguments[1], call.Environment.Mode);
        bool caseSensitive = arguments[0].IsTrue;
        Value best = walk.Current;
        Value bestKey = AttributePath.Fold(path.Of(best), caseSensitive);
        while (walk.MoveNext())
        {
            Value key = AttributePath.Fold(path.Of(walk.Current), caseSensitive);
            if (Operators.Compare(better, key, bestKey))
            {
                (best, bestKey) = (walk.Current, key);
            }
        }

        return best;
    }

    private static Value Group(FilterCall call, BoundArguments arguments)
    {
        AttributePath path = AttributePath.Of(arguments[0], call.Environment.Mode, arguments[1]);
        bool caseSensitive = arguments[2].IsTrue;
        List<Value> sorted = Sequences.Sort(Sequences.ToList(call.Input), Key, false);
        var groups = new List<Value>();
        for (int i = 0; i < sorted.Count;)
        {
            Value key = Key(sorted[i]);
            var members = new List<Value>();
            for (; i < sorted.Count && SequenceOrder.Same(Key(sorted[i]), key); i++)
            {
                members.Add(sorted[i]);
            }

            // The group's own key keeps the case of its first member.
            groups.Add(TupleValue.Named("_GroupTuple", ["grouper", "list"], path.Of(members[0]), ListValue.Own(members)));
        }

        return ListValue.Own(groups);

        Value Key(Value item) => AttributePath.Fold(path.Of(item), caseSensitive);
    }
}
