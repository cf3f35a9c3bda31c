using System.Text.RegularExpressions;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Adapter;

/// <summary>`bindings` of `adapter.add_query`: values put into a statement as psycopg2 does it, before the server sees it.</summary>
internal static class QueryBindings
{
    private const string Placeholder = @"%(?:\(([^)]*)\)s|.)";

    /// <summary>The statement with a literal for each `%s`, or each `%(name)s` where the bindings are a dict; `%%` is a percent sign.</summary>
    public static string Apply(string sql, Value bindings)
    {
        if (bindings.IsNone || !sql.Contains('%', StringComparison.Ordinal))
        {
            return sql;
        }

        List<Value> values = bindings is DictValue ? [] : [.. Items(bindings)];
        int next = 0;
        string bound = Regex.Replace(sql, Placeholder, match => match switch
        {
            { Value: "%%" } => "%",
            { Groups: [_, { Success: true } name] } => Literal(bindings.GetItem(Value.Of(name.Value)) ?? throw new TemplateException("KeyError", $"'{name.Value}'")),
            { Value: "%s" } when next < values.Count => Literal(values[next++]),
            { Value: "%s" } => throw new TemplateException("IndexError", "list index out of range"),
            _ => throw TemplateException.ValueError($"unsupported format character '{match.Value[^1]}' (0x{(int)match.Value[^1]:x}) at index {match.Index + 1}"),
        }, RegexOptions.Singleline);
        return next == values.Count ? bound : throw TemplateException.TypeError("not all arguments converted during string formatting");
    }

    private static IEnumerable<Value> Items(Value bindings)
    {
        IEnumerator<Value> items = bindings.Iterate() ?? throw TemplateException.TypeError($"'{bindings.TypeName}' object does not support indexing");
        while (items.MoveNext())
        {
            yield return items.Current;
        }
    }

    /// <summary>psycopg2 gives a type to what has one; a str stays of a type that the server finds out.</summary>
    private static string Literal(Value value) => value switch
    {
        _ when value.IsNone => "NULL",
        BooleanValue flag => flag.IsTrue ? "true" : "false",
        IntegerValue or FloatValue or DecimalValue => NumberOf(value.ToText()),
        DateValue => $"'{value.ToText()}'::date",
        DateTimeValue { Zone: null } moment => $"'{moment.ToIsoText()}'::timestamp",
        DateTimeValue moment => $"'{moment.ToIsoText()}'::timestamptz",
        TimeValue => $"'{value.ToText()}'::time",
        TimeDeltaValue => $"'{value.ToText()}'::interval",
        StringValue text => SqlText.Literal(text.Text),
        ListValue { Items.Count: 0 } => "'{}'",
        ListValue list => $"ARRAY[{string.Join(",", list.Items.Select(Literal))}]",
        TupleValue tuple => $"({string.Join(", ", tuple.Items.Select(Literal))})",
        _ => throw new TemplateException("ProgrammingError", $"can't adapt type '{value.TypeName}'"),
    };

    /// <summary>A minus sign must not become a comment with what stands before it.</summary>
    private static string NumberOf(string number) =>
        number.AsSpan().TrimStart('-') is "NaN" or "nan" or "Infinity" or "inf" ? $"'{number}'::float" : number.StartsWith('-') ? $" {number}" : number;
}
