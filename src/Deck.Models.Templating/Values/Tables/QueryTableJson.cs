using System.Text;
using Deck.Models.Templating.Builtins;

namespace Deck.Models.Templating.Values;

/// <summary>An agate table as the JSON that `print_json` writes: a list of objects, objects by a key, or an object a line.</summary>
internal sealed class QueryTableJson
{
    private readonly string? indent;
    private readonly bool sortKeys;
    private readonly bool asciiOnly;

    private QueryTableJson(Value indent, DictValue options)
    {
        this.indent = JsonWriter.Indent(indent);
        foreach ((Value name, Value option) in options.Table)
        {
            switch (name.ToText())
            {
                case "sort_keys":
                    sortKeys = option.IsTrue;
                    break;
                case "ensure_ascii":
                    asciiOnly = option.IsTrue;
                    break;
                default:
                    throw TemplateException.TypeError($"JSONEncoder.__init__() got an unexpected keyword argument '{name}'");
            }
        }
    }

    /// <param name="table">What is written.</param>
    /// <param name="arguments">`key`, `newline`, `indent`, and options of JSON.</param>
    /// <exception cref="TemplateException">ValueError: arguments that do not go together, or a key that two rows have.</exception>
    public static string Of(QueryTable table, BoundArguments arguments)
    {
        (Value key, bool isLines, Value indent) = (arguments[0], arguments[1].IsTrue, arguments[2]);
        if (isLines && !(key.IsNone && indent.IsNone))
        {
            throw TemplateException.ValueError($"{(key.IsNone ? "newline and indent" : "key and newline")} may not be specified together.");
        }

        var json = new QueryTableJson(indent, arguments.Extra(3));
        MappedSequence[] rows = [.. table.Rows.Values.Items.Cast<MappedSequence>()];
        return !key.IsNone ? json.Write(ByKey(table, rows, key))
            : isLines ? rows.Aggregate(new StringBuilder(), (text, row) => text.Append(json.Write(Object(table, row))).Append('\n')).ToString()
            : json.Write(Value.List(rows.Select(row => (Value)Object(table, row))));
    }

    private static DictValue ByKey(QueryTable table, MappedSequence[] rows, Value key)
    {
        var objects = new DictValue();
        foreach (MappedSequence row in rows)
        {
            Value name = key.IsCallable ? key.Call(Arguments.Of(row)) : Value.Of(Name(row.Demand(key)));
            if (!objects.Table.TryAdd(name, Object(table, row)))
            {
                throw TemplateException.ValueError($"Value {name} is not unique in the key column.");
            }
        }

        return objects;
    }

    private static string Name(Value key) => key is DecimalValue number ? DecimalFunctions.Normalize(number.Number).ToString() : key.ToText();

    private static DictValue Object(QueryTable table, MappedSequence row) =>
        new(table.ColumnNames.Zip(row.Values.Items, (name, value) => KeyValuePair.Create(name, Plain(value))));

    private static Value Plain(Value value) =>
        value switch
        {
            DecimalValue number => Value.Of(number.Number.ToDouble()),
            DateTimeValue => Value.Of(value.ToText().Replace(' ', 'T')),
            NoneValue or BooleanValue or IntegerValue => value,
            _ => Value.Of(value.ToText()),
        };

    private string Write(Value value) => JsonWriter.Write(value, sortKeys, indent, asciiOnly);
}
