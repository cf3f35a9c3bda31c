namespace Deck.Models.Templating.Values;

/// <summary>agate's Column: the values of one column, with its name and type.</summary>
internal sealed class QueryColumn(int index, string name, QueryColumnType type, TupleValue values) : MappedSequence("Column", values, null)
{
    public override Value? GetAttribute(string attribute) =>
        attribute switch
        {
            "name" => Of(name),
            "index" => Of(index),
            "data_type" => new QueryTypeValue(type),
            "values_distinct" => FunctionValue.Of("values_distinct()", _ => TupleValue.Own([.. new SetValue(Values.Items).Items])),
            "values_without_nulls" => FunctionValue.Of("values_without_nulls()", _ => TupleValue.Own([.. Values.Items.Where(value => !value.IsNone)])),
            "values_without_nulls_sorted" => FunctionValue.Of(
                "values_without_nulls_sorted()", _ => new ListValue(QueryOrder.Sort([.. Values.Items.Where(value => !value.IsNone)], value => value, false))),
            "values_sorted" => FunctionValue.Of("values_sorted()", _ => new ListValue(QueryOrder.Sort([.. Values.Items], value => value, false))),
            _ => base.GetAttribute(attribute),
        };
}
