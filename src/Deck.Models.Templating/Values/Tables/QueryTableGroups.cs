namespace Deck.Models.Templating.Values;

/// <summary>`group_by` of agate's tables, and the way back.</summary>
internal static class QueryTableGroups
{
    /// <summary>A table for every value of a column, or of what a function gives for a row.</summary>
    /// <param name="table">What is grouped.</param>
    /// <param name="arguments">`key`, `key_name`, `key_type`.</param>
    public static QueryTableSet Of(QueryTable table, BoundArguments arguments)
    {
        Value key = arguments[0];
        QueryColumn? column = key.IsCallable ? null : (QueryColumn)table.Columns.Demand(key);
        string name = arguments[1].IsTrue ? arguments[1].ToText() : column?.Name ?? "group";
        QueryColumnType type = (arguments[2] as QueryTypeValue)?.Type ?? column?.Type ?? QueryColumnType.Text;
        var groups = new OrderedDictionary<Value, List<Value>>();
        for (int i = 0; i < table.Rows.Values.Items.Length; i++)
        {
            Value row = table.Rows.Values.Items[i];
            Value group = ColumnTyping.Cast(column is null ? key.Call(Arguments.Of(row)) : column.Values.Items[i], type);
            if (!groups.TryGetValue(group, out List<Value>? rows))
            {
                groups.Add(group, rows = []);
            }

            rows.Add(row);
        }

        Value[] tables = groups.Count == 0 ? [table.WithRows([])] : [.. groups.Values.Select(table.WithRows)];
        return new QueryTableSet(TupleValue.Own(tables), new MappedKeys(TupleValue.Own([.. groups.Keys])), name, type);
    }

    /// <summary>One table of all rows, the key of each in front, or another value for each table.</summary>
    /// <param name="set">The tables.</param>
    /// <param name="arguments">`groups`, `group_name`, `group_type`.</param>
    public static QueryTable Merge(QueryTableSet set, BoundArguments arguments)
    {
        var groups = arguments[0] as ListValue;
        if (groups is null && !arguments[0].IsNone)
        {
            throw TemplateException.ValueError("Groups must be None or a list.");
        }

        if (groups is not null && groups.Length != set.Length)
        {
            throw TemplateException.ValueError("Groups length must be equal to TableSet length.");
        }

        QueryColumnType type = (arguments[2] as QueryTypeValue)?.Type ?? set.KeyType;
        var rows = new List<Value[]>();
        foreach ((int index, (Value key, Value value)) in set.Pairs().Index())
        {
            QueryTable table = value as QueryTable ?? throw new TemplateException("AttributeError", "'TableSet' object has no attribute '_rows'");
            Value group = groups is null ? key : groups.Elements[index];
            rows.AddRange(table.Rows.Values.Items.Select(row => (Value[])[ColumnTyping.Cast(group, type), .. ((MappedSequence)row).Values.Items]));
        }

        Value first = arguments[1].IsTrue ? arguments[1] : Value.Of(set.KeyName);
        return set.Sample.Fork(QueryTableNames.Unique([first, .. set.Sample.Keys.Names.Items]), [type, .. set.Sample.ColumnTypes], [.. rows]);
    }
}
