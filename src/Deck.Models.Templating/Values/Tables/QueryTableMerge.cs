namespace Deck.Models.Templating.Values;

/// <summary>`merge` of agate's tables: their rows one after the other, over all their columns.</summary>
internal static class QueryTableMerge
{
    /// <param name="table">The table that `merge` was asked of; it takes no part.</param>
    /// <param name="tables">The tables whose rows are taken.</param>
    /// <param name="wanted">The names of the columns to take, or None for all.</param>
    /// <exception cref="TemplateException">DataTypeError: columns of one name have different types.</exception>
    public static QueryTable Of(QueryTable table, Value tables, Value wanted)
    {
        QueryTable[] parts = [.. Sequences.Enumerate(tables).Select(part => part as QueryTable
            ?? throw new TemplateException("AttributeError", $"'{part.TypeName}' object has no attribute 'columns'"))];
        var columns = new OrderedDictionary<string, QueryColumnType>();
        foreach ((string name, QueryColumnType type) in parts.SelectMany(part => part.ColumnNames.Zip(part.ColumnTypes)))
        {
            if (!wanted.IsNone && !Operators.Contains(wanted, Value.Of(name)))
            {
                continue;
            }

            if (!columns.TryAdd(name, type) && columns[name] != type)
            {
                throw new TemplateException("DataTypeError", "Tables contain columns with the same names, but different types.");
            }
        }

        return table.Fork([.. columns.Keys], [.. columns.Values], [.. parts.SelectMany(part => Rows(part, columns.Keys))]);
    }

    private static IEnumerable<Value[]> Rows(QueryTable table, IEnumerable<string> names)
    {
        int[] places = [.. names.Select(name => table.Keys.Places.GetValueOrDefault(Value.Of(name), -1))];
        return table.Rows.Values.Items.Cast<MappedSequence>().Select(row => places.Select(place => place < 0 ? Value.None : row.Values.Items[place]).ToArray());
    }
}
