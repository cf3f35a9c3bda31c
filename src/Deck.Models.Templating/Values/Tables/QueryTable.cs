namespace Deck.Models.Templating.Values;

/// <summary>agate's Table as dbt builds it from a query result: what `run_query` gives to macros.</summary>
/// <remarks>Its length is its number of rows, so an empty result is false. Immutable: every method gives a new table.</remarks>
public sealed class QueryTable : Value
{
    private readonly string[] names;
    private readonly MappedKeys keys;
    private readonly Lazy<MappedSequence> columns;
    private readonly Action<string>? print;

    private QueryTable(string[] names, QueryColumnType[] types, TupleValue rows, Action<string>? print)
    {
        this.names = names;
        this.print = print;
        ColumnTypes = types;
        keys = new MappedKeys(names);
        Rows = new MappedSequence("MappedSequence", rows, null);
        columns = new Lazy<MappedSequence>(() => new MappedSequence("MappedSequence", TupleValue.Own([.. names.Select(Column)]), keys));
    }

    /// <summary>A table of no columns and no rows: what a statement without a result gives.</summary>
    public static QueryTable Empty { get; } = new([], [], TupleValue.Empty, null);

    public override string TypeName => "agate.table.Table";

    public override bool IsTrue => Rows.IsTrue;

    public override int? Length => Rows.Length;

    /// <summary>The names of the columns, made unique.</summary>
    public IReadOnlyList<string> ColumnNames => names;

    /// <summary>The type of each column.</summary>
    public IReadOnlyList<QueryColumnType> ColumnTypes { get; }

    /// <summary>The rows, each a sequence of its values that knows the column names.</summary>
    public MappedSequence Rows { get; }

    /// <summary>The columns by name and by place.</summary>
    public MappedSequence Columns => columns.Value;

    internal MappedKeys Keys => keys;

    /// <summary>Builds a table from a query result: columns of one name get `_2`, `_3`, and each column the first type that all its values fit.</summary>
    /// <param name="columnNames">Names as the database gives them.</param>
    /// <param name="rows">Values row by row; the arrays become the table's own.</param>
    /// <param name="print">Where `print_table` and its kin write; without it nobody hears.</param>
    public static QueryTable FromResult(IReadOnlyList<string> columnNames, Value[][] rows, Action<string>? print = null)
    {
        string[] names = Unique(columnNames);
        var types = new QueryColumnType[names.Length];
        for (int i = 0; i < types.Length; i++)
        {
            types[i] = ColumnTyping.Apply(rows, i);
        }

        return FromTyped(names, types, rows, print);
    }

    /// <summary>Builds a table from values that have their types already.</summary>
    public static QueryTable FromTyped(IReadOnlyList<string> columnNames, IReadOnlyList<QueryColumnType> types, Value[][] rows, Action<string>? print = null)
    {
        string[] names = [.. columnNames];
        var keys = new MappedKeys(names);
        return new QueryTable(names, [.. types], TupleValue.Own([.. rows.Select(row => new MappedSequence("Row", TupleValue.Own(row), keys))]), print);
    }

    public override string Repr() => "<agate.table.Table object at 0x7f0000000000>";

    public override string ToText() => QueryTableText.Structure(this, null);

    public override IEnumerable<string> MemberNames => QueryTableMethods.Table.Names.Concat(["rows", "columns", "column_names", "column_types", "row_names"]);

    public override Value? GetAttribute(string name) =>
        name switch
        {
            "rows" => Rows,
            "columns" => Columns,
            "column_names" => keys.Names,
            "column_types" => TupleValue.Own([.. ColumnTypes.Select(type => new QueryTypeValue(type))]),
            "row_names" => None,
            _ => QueryTableMethods.Table.Bind(this, name),
        };

    public override bool IsSequence => true;

    public override Value? GetItem(Value key) => Rows.GetItem(key);

    internal override Value? GetSlice(SliceBounds bounds) => Rows.GetSlice(bounds);

    public override IEnumerator<Value>? Iterate() => Rows.Iterate();

    public override IEnumerator<Value>? IterateReversed() => Rows.IterateReversed();

    /// <summary>Prints a text, as `print()` would.</summary>
    internal NoneValue Print(string text)
    {
        print?.Invoke(text);
        return NoneValue.Instance;
    }

    /// <summary>A table of other columns and rows that prints to where this one does.</summary>
    internal QueryTable Fork(string[] newNames, QueryColumnType[] types, Value[][] rows) => FromTyped(newNames, types, rows, print);

    /// <summary>A table of some of the rows.</summary>
    internal QueryTable WithRows(IEnumerable<Value> rows) => new(names, [.. ColumnTypes], TupleValue.Own([.. rows]), print);

    /// <summary>A table of the columns at some places, under the names given.</summary>
    internal QueryTable WithColumns(int[] places, string[] newNames) =>
        Fork(
            newNames,
            [.. places.Select(place => ColumnTypes[place])],
            [.. Rows.Values.Items.Select(row => places.Select(place => ((MappedSequence)row).Values.Items[place]).ToArray())]);

    private static string[] Unique(IReadOnlyList<string> columnNames)
    {
        var names = new string[columnNames.Count];
        var used = new Dictionary<string, int>();
        for (int i = 0; i < names.Length; i++)
        {
            int times = used[columnNames[i]] = used.GetValueOrDefault(columnNames[i]) + 1;
            names[i] = times == 1 ? columnNames[i] : $"{columnNames[i]}_{times}";
        }

        return names;
    }

    private QueryColumn Column(string name, int place) =>
        new(place, name, ColumnTypes[place], TupleValue.Own([.. Rows.Values.Items.Select(row => ((MappedSequence)row).Values.Items[place])]));
}
