namespace Deck.Models.Templating.Values;

/// <summary>The methods of agate's Table that macros call. Printing is for terminals: it gives None.</summary>
internal static class QueryTableMethods
{
    public static MethodTable<QueryTable> Table { get; } = new(
        ("select(key)", (t, a) => Select(t, Names(a[0]))),
        ("exclude(key)", (t, a) => Exclude(t, Names(a[0]))),
        ("rename(column_names=None, row_names=None, slug_columns=False, slug_rows=False)", (t, a) => Rename(t, a[0])),
        ("limit(start_or_stop=None, stop=None, step=None)", Limit),
        ("where(test)", (t, a) => t.WithRows(t.Rows.Values.Items.Where(row => a[0].Call(Arguments.Of(row)).IsTrue))),
        ("find(test)", (t, a) => t.Rows.Values.Items.FirstOrDefault(row => a[0].Call(Arguments.Of(row)).IsTrue) ?? Value.None),
        ("order_by(key, reverse=False)", (t, a) => OrderBy(t, a[0], a[1].IsTrue)),
        ("distinct(key=None)", (t, a) => Distinct(t, a[0])),
        ("print_table(*args, **kwargs)", (_, _) => Value.None),
        ("print_csv(**kwargs)", (_, _) => Value.None),
        ("print_json(**kwargs)", (_, _) => Value.None),
        ("print_structure(*args, **kwargs)", (_, _) => Value.None),
        ("print_bars(*args, **kwargs)", (_, _) => Value.None));

    private static string[] Names(Value key) =>
        key is StringValue single ? [single.Text] : [.. Sequences.ToList(key).Select(name => name.ToText())];

    private static int Place(QueryTable table, string name) =>
        table.Keys.Places.TryGetValue(Value.Of(name), out int place) ? place : throw DictMethods.KeyError(Value.Of(name));

    private static QueryTable Select(QueryTable table, string[] names) => table.WithColumns([.. names.Select(name => Place(table, name))], names);

    private static QueryTable Exclude(QueryTable table, string[] names) => Select(table, [.. table.ColumnNames.Where(name => !names.Contains(name))]);

    private static QueryTable Rename(QueryTable table, Value columnNames)
    {
        string[] names = columnNames switch
        {
            NoneValue => [.. table.ColumnNames],
            DictValue map => [.. table.ColumnNames.Select(name => map.TryGet(name, out Value? renamed) ? renamed.ToText() : name)],
            _ => Names(columnNames),
        };
        return names.Length == table.ColumnNames.Count
            ? table.WithColumns([.. Enumerable.Range(0, names.Length)], names)
            : throw TemplateException.ValueError("there must be as many names as columns");
    }

    private static QueryTable Limit(QueryTable table, BoundArguments arguments)
    {
        bool single = arguments[1].IsNone && arguments[2].IsNone;
        var bounds = new SliceBounds(
            single || arguments[0].IsNone ? null : arguments.Integer(0),
            single ? (arguments[0].IsNone ? null : arguments.Integer(0)) : arguments[1].IsNone ? null : arguments.Integer(1),
            arguments[2].IsNone ? 1 : arguments.Integer(2));
        return table.WithRows(Sequences.ToList(table.Rows.Values.GetSlice(bounds)));
    }

    private static QueryTable OrderBy(QueryTable table, Value key, bool reverse)
    {
        Func<Value, Value> pick = Picker(table, key);
        return table.WithRows(QueryOrder.Sort([.. table.Rows.Values.Items], pick, reverse));
    }

    private static QueryTable Distinct(QueryTable table, Value key)
    {
        Func<Value, Value> pick = key.IsNone ? row => ((MappedSequence)row).Values : Picker(table, key);
        var seen = new HashSet<Value>();
        return table.WithRows([.. table.Rows.Values.Items.Where(row => seen.Add(pick(row)))]);
    }

    private static Func<Value, Value> Picker(QueryTable table, Value key)
    {
        if (key.IsCallable)
        {
            return row => key.Call(Arguments.Of(row));
        }

        int[] places = [.. Names(key).Select(name => Place(table, name))];
        return row => places.Length == 1
            ? ((MappedSequence)row).Values.Items[places[0]]
            : TupleValue.Own([.. places.Select(place => ((MappedSequence)row).Values.Items[place])]);
    }
}
