namespace Deck.Models.Templating.Values;

/// <summary>agate's Column: the values of one column, with its name and type.</summary>
internal sealed class QueryColumn(int index, string name, QueryColumnType type, TupleValue values) : MappedSequence("Column", values, null)
{
    private static readonly MethodTable<QueryColumn> Methods = new MethodTable<QueryColumn>(
        ("values_distinct()", (c, _) => TupleValue.Own([.. new SetValue(c.Values.Items).Items])),
        ("values_without_nulls()", (c, _) => TupleValue.Own([.. c.Known()])),
        ("values_without_nulls_sorted()", (c, _) => new ListValue(QueryOrder.Sort([.. c.Known()], value => value, false))),
        ("values_sorted()", (c, _) => new ListValue(QueryOrder.Sort([.. c.Values.Items], value => value, false))))
        .DescribedBy((c, method) => $"<bound method Column.{method} of {c.Repr()}>");

    /// <summary>The column's name in its table.</summary>
    public string Name { get; } = name;

    /// <summary>The type of its values.</summary>
    public QueryColumnType Type { get; } = type;

    public override IEnumerable<string> MemberNames => Methods.Names.Concat(base.MemberNames).Concat(["name", "index", "data_type"]);

    public override Value? GetAttribute(string attribute) =>
        attribute switch
        {
            "name" => Of(Name),
            "index" => Of(index),
            "data_type" => new QueryTypeValue(Type),
            _ => Methods.Bind(this, attribute) ?? base.GetAttribute(attribute),
        };

    private IEnumerable<Value> Known() => Values.Items.Where(value => !value.IsNone);
}
