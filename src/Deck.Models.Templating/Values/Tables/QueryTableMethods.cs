namespace Deck.Models.Templating.Values;

/// <summary>The methods of agate's Table that macros call. Printing is for terminals: it gives None.</summary>
internal static class QueryTableMethods
{
    public static MethodTable<QueryTable> Table { get; } = new(
        ("select(key)", (t, a) => Select(t, Several(a[0]))),
        ("exclude(key)", (t, a) => Exclude(t, Several(a[0]))),
        ("rename(column_names=None, row_names=None, slug_columns=False, slug_rows=False)", (t, a) => QueryTableNames.Rename(t, a[0], a[2].IsTrue)),
        ("limit(start_or_stop=None, stop=None, step=None)", Limit),
        ("where(test)", (t, a) => t.WithRows(t.Rows.Values.Items.Where(row => a[0].Call(Arguments.Of(row)).IsTrue))),
        ("find(test)", (t, a) => t.Rows.Values.Items.FirstOrDefault(row => a[0].Call(Arguments.Of(row)).IsTrue) ?? Value.None),
        ("order_by(key, reverse=False)", (t, a) => t.Rows.IsTrue ? t.WithRows(QueryOrder.Sort([.. t.Rows.Values.Items], Picker(a[0]), a[1].IsTrue)) : t),
        ("distinct(key=None)", (t, a) => Distinct(t, a[0])),
        ("print_table(max_rows=20, max_columns=6, output=None, max_column_width=20, locale=None, max_precision=3)", Print),
        ("print_csv(**kwargs)", (_, _) => Value.None),
        ("print_json(**kwargs)", (_, _) => Value.None),
        ("print_structure(output=None, max_rows=None)", (_, _) => Value.None),
        ("print_bars(*args, **kwargs)", (_, _) => Value.None));

    /// <summary>One key or a sequence of them; a str is one.</summary>
    private static List<Value> Several(Value key) => IsSeveral(key) ? Sequences.ToList(key) : [key];

    private static bool IsSeveral(Value key) => key is ListValue or TupleValue or RangeValue or MappedSequence;

    private static QueryTable Select(QueryTable table, List<Value> keys)
    {
        int[] places = [.. keys.Select(key => ((IList<Value>)table.Keys.Names.Items).IndexOf(key))];
        return Array.IndexOf(places, -1) is int missing and >= 0
            ? throw TemplateException.ValueError($"{keys[missing].Repr()} is not in the names of the columns")
            : table.WithColumns(places, [.. places.Select(place => table.ColumnNames[place])]);
    }

    private static QueryTable Exclude(QueryTable table, List<Value> keys) => Select(table, [.. table.Keys.Names.Items.Where(name => !keys.Contains(name))]);

    private static QueryTable Limit(QueryTable table, BoundArguments arguments)
    {
        bool single = !arguments[1].IsTrue && !arguments[2].IsTrue;
        Value start = single ? Value.None : arguments[0];
        Value slice = Lookup.Slice(table.Rows, start, single ? arguments[0] : arguments[1], single ? Value.None : arguments[2]);
        return table.WithRows(Sequences.ToList(slice));
    }

    private static QueryTable Distinct(QueryTable table, Value key)
    {
        Func<Value, Value> pick = key.IsNone ? row => ((MappedSequence)row).Values : Picker(key);
        var seen = new HashSet<Value>();
        return table.WithRows([.. table.Rows.Values.Items.Where(row => seen.Add(pick(row)))]);
    }

    /// <summary>What rows are compared by: what a function gives for one, or its values under one key or several.</summary>
    private static Func<Value, Value> Picker(Value key) =>
        key.IsCallable ? row => key.Call(Arguments.Of(row))
        : IsSeveral(key) ? row => TupleValue.Own([.. Sequences.ToList(key).Select(((MappedSequence)row).Demand)])
        : row => ((MappedSequence)row).Demand(key);

    private static Value Print(QueryTable table, BoundArguments arguments) =>
        arguments[0] is NoneValue or IntegerValue && arguments[1] is NoneValue or IntegerValue
            ? Value.None
            : throw TemplateException.TypeError("the greatest numbers of rows and columns are int or None");
}
