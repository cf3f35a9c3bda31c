namespace Deck.Models.Templating.Values;

/// <summary>The methods of agate's Table that macros call.</summary>
internal static class QueryTableMethods
{
    public static MethodTable<QueryTable> Table { get; } = new MethodTable<QueryTable>(
        ("select(key)", (t, a) => Select(t, Several(a[0]))),
        ("exclude(key)", (t, a) => Exclude(t, Several(a[0]))),
        ("rename(column_names=None, row_names=None, slug_columns=False, slug_rows=False)", (t, a) => QueryTableNames.Rename(t, a[0], a[2].IsTrue)),
        ("limit(start_or_stop=None, stop=None, step=None)", Limit),
        ("where(test)", (t, a) => t.WithRows(t.Rows.Values.Items.Where(row => a[0].Call(Arguments.Of(row)).IsTrue))),
        ("find(test)", (t, a) => t.Rows.Values.Items.FirstOrDefault(row => a[0].Call(Arguments.Of(row)).IsTrue) ?? Value.None),
        ("order_by(key, reverse=False)", (t, a) => t.Rows.IsTrue ? t.WithRows(QueryOrder.Sort([.. t.Rows.Values.Items], Picker(a[0]), a[1].IsTrue)) : t),
        ("distinct(key=None)", (t, a) => Distinct(t, a[0])),
        ("group_by(key, key_name=None, key_type=None)", QueryTableGroups.Of),
        ("join(right_table, left_key=None, right_key=None, inner=False, full_outer=False, require_match=False, columns=None)", QueryTableJoin.Of),
        ("merge(tables, row_names=None, column_names=None)", (t, a) => QueryTableMerge.Of(t, a[0], a[2])),
        ("print_table(max_rows=20, max_columns=6, output=None, max_column_width=20, locale=None, max_precision=3)", Print),
        ("print_csv(**kwargs)", (t, a) => t.Print(QueryTableCsv.Of(t, a.Extra(0)))),
        ("print_json(key=None, newline=False, indent=None, **kwargs)", (t, a) => t.Print(QueryTableJson.Of(t, a))),
        ("print_structure(output=None, max_rows=None)", (t, a) => t.Print(QueryTableText.Structure(t, QueryTableLimits.Of(a[1])))),
        ("print_bars(*args, **kwargs)", (_, _) => throw QueryTableRefusals.NotThere("print_bars")),
        ("print_html(*args, **kwargs)", (_, _) => throw QueryTableRefusals.NotThere("print_html")),
        ("to_csv(path, **kwargs)", (_, _) => throw QueryTableRefusals.NoFiles("to_csv")),
        ("to_json(path, key=None, newline=False, indent=None, **kwargs)", (_, _) => throw QueryTableRefusals.NoFiles("to_json")),
        ("aggregate(*args, **kwargs)", (_, _) => throw QueryTableRefusals.NotThere("aggregate")),
        ("bins(*args, **kwargs)", (_, _) => throw QueryTableRefusals.NotThere("bins")),
        ("compute(*args, **kwargs)", (_, _) => throw QueryTableRefusals.NotThere("compute")),
        ("denormalize(*args, **kwargs)", (_, _) => throw QueryTableRefusals.NotThere("denormalize")),
        ("homogenize(*args, **kwargs)", (_, _) => throw QueryTableRefusals.NotThere("homogenize")),
        ("normalize(*args, **kwargs)", (_, _) => throw QueryTableRefusals.NotThere("normalize")),
        ("pivot(*args, **kwargs)", (_, _) => throw QueryTableRefusals.NotThere("pivot")))
        .DescribedBy(Describe);

    /// <summary>One key or a sequence of them; a str is one.</summary>
    private static List<Value> Several(Value key) => IsSeveral(key) ? Sequences.ToList(key) : [key];

    internal static bool IsSeveral(Value key) => key is ListValue or TupleValue or RangeValue or MappedSequence;

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

    private static NoneValue Print(QueryTable table, BoundArguments arguments)
    {
        if (!arguments[2].IsNone)
        {
            throw new TemplateException("AttributeError", $"'{arguments[2].TypeName}' object has no attribute 'write'");
        }

        var limits = new QueryTableLimits(
            QueryTableLimits.Of(arguments[0]), QueryTableLimits.Of(arguments[1]), QueryTableLimits.Of(arguments[3]), QueryTableLimits.Of(arguments[5]));
        return table.Print(QueryTableText.Of(table, limits));
    }

    /// <summary>How a method prints: agate puts most into the class from outside, and `merge` is one of the class.</summary>
    private static string Describe(QueryTable table, string method) =>
        method switch
        {
            "merge" => "<bound method merge of <class 'agate.table.Table'>>",
            "print_csv" or "print_json" => $"<bound method Table.{method} of {table.Repr()}>",
            _ => $"<bound method {method} of {table.Repr()}>",
        };
}
