using Deck.Models.Templating.Builtins;

namespace Deck.Models.Templating.Values;

/// <summary>dbt's type inference for query results: the first type that every value of a column fits.</summary>
internal static class ColumnTyping
{
    /// <summary>Types one column and converts its values in place.</summary>
    public static QueryColumnType Apply(Value[][] rows, int column)
    {
        QueryColumnType type = Infer(rows, column);
        foreach (Value[] row in rows)
        {
            row[column] = Convert(row[column], type);
        }

        return type;
    }

    /// <summary>agate's `cast`: the value as one of a type.</summary>
    /// <exception cref="TemplateException">CastError: it does not fit.</exception>
    public static Value Cast(Value value, QueryColumnType type) =>
        type == QueryColumnType.Text && !value.IsNone ? Value.Of(value.ToText())
        : Fits(value, type) ? Convert(value, type)
        : throw new TemplateException("CastError", $"cannot cast {value.Repr()} to {type}");

    private static QueryColumnType Infer(Value[][] rows, int column)
    {
        var fitting = new List<QueryColumnType>(Enum.GetValues<QueryColumnType>());
        foreach (Value[] row in rows)
        {
            // A text is never looked into: it makes the whole column text.
            if (row[column] is StringValue or ListValue or DictValue or TupleValue)
            {
                return QueryColumnType.Text;
            }

            fitting.RemoveAll(type => !Fits(row[column], type));
        }

        return fitting[0];
    }

    private static bool Fits(Value value, QueryColumnType type) =>
        value.IsNone || type switch
        {
            QueryColumnType.Integer => value is IntegerValue,
            QueryColumnType.Number => value is IntegerValue or FloatValue or DecimalValue,
            QueryColumnType.Date => value is DateValue,
            QueryColumnType.DateTime => value is DateTimeValue or DateValue,
            QueryColumnType.Boolean => value is BooleanValue,
            _ => true,
        };

    private static Value Convert(Value value, QueryColumnType type) =>
        (value, type) switch
        {
            (NoneValue, _) => value,
            (IntegerValue integer, QueryColumnType.Number) => new DecimalValue(new PythonDecimal(integer.Big, 0)),
            (FloatValue real, QueryColumnType.Number) => DecimalValue.Parse(real.Repr()),
            (DateValue date, QueryColumnType.DateTime) => new DateTimeValue(date.Day.ToDateTime(TimeOnly.MinValue)),
            (ListValue or DictValue or TupleValue, QueryColumnType.Text) => Value.Of(JsonWriter.Write(value, false)),
            (not StringValue, QueryColumnType.Text) => Value.Of(value.ToText()),
            _ => value,
        };
}
