using System.Globalization;
using System.Text;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>Python's `json.dumps`: ASCII only unless told otherwise, `", "` and `": "` between elements.</summary>
public sealed class JsonWriter
{
    private const int MaxDepth = 500;

    private readonly StringBuilder text = new();
    private readonly bool sortKeys;
    private readonly string? indent;
    private readonly bool asciiOnly;

    private JsonWriter(bool sortKeys, string? indent, bool asciiOnly)
    {
        this.sortKeys = sortKeys;
        this.indent = indent;
        this.asciiOnly = asciiOnly;
    }

    /// <summary>Writes a value; TypeError for what JSON has no form for.</summary>
    public static string Write(Value value, bool sortKeys, string? indent = null, bool asciiOnly = true)
    {
        var writer = new JsonWriter(sortKeys, indent, asciiOnly);
        writer.Append(value, 0);
        return writer.text.ToString();
    }

    /// <summary>The text of one level for an `indent` argument: a number of blanks, a str, or none.</summary>
    public static string? Indent(Value indent) =>
        indent switch
        {
            NoneValue => null,
            StringValue given => given.Text,
            _ => Operators.Binary(BinaryOperator.Multiply, Value.Of(" "), indent).ToText(),
        };

    /// <summary>A str as JSON, everything beyond ASCII escaped.</summary>
    private void AppendText(string value)
    {
        text.Append('"');
        foreach (char unit in value)
        {
            _ = unit switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\f' => text.Append("\\f"),
                '\b' => text.Append("\\b"),
                >= ' ' and <= '~' => text.Append(unit),
                > '~' when !asciiOnly => text.Append(unit),
                _ => text.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture)),
            };
        }

        text.Append('"');
    }

    private void Append(Value value, int depth)
    {
        SequenceLimits.Demand(1, text.Length);
        if (depth > MaxDepth)
        {
            throw TemplateException.ValueError("Circular reference detected");
        }

        switch (value)
        {
            case StringValue content:
                AppendText(content.Text);
                break;
            case NoneValue or BooleanValue or IntegerValue or FloatValue:
                text.Append(Scalar(value));
                break;
            case DictValue dict:
                AppendDict(dict, depth);
                break;
            case ListValue list:
                AppendItems(list.Elements, depth);
                break;
            case TupleValue tuple:
                AppendItems(tuple.Items, depth);
                break;
            default:
                throw TemplateException.TypeError($"Object of type {value.TypeName.Split('.')[^1]} is not JSON serializable");
        }
    }

    private static string Scalar(Value value) =>
        value switch
        {
            NoneValue => "null",
            BooleanValue => value.IsTrue ? "true" : "false",
            FloatValue real when !double.IsFinite(real.Number) => double.IsNaN(real.Number) ? "NaN" : real.Number > 0 ? "Infinity" : "-Infinity",
            _ => value.Repr(),
        };

    private void AppendItems(IReadOnlyList<Value> items, int depth)
    {
        text.Append('[');
        for (int i = 0; i < items.Count; i++)
        {
            Separate(i, depth + 1);
            Append(items[i], depth + 1);
        }

        Close(']', items.Count, depth);
    }

    private void AppendDict(DictValue dict, int depth)
    {
        IEnumerable<KeyValuePair<Value, Value>> entries = dict.Table;
        if (sortKeys)
        {
            List<Value> pairs = Sequences.Sort([.. dict.Table.Select(e => Value.Tuple(e.Key, e.Value))], pair => ((TupleValue)pair).Items[0], false);
            entries = pairs.Cast<TupleValue>().Select(p => new KeyValuePair<Value, Value>(p.Items[0], p.Items[1]));
        }

        text.Append('{');
        int index = 0;
        foreach ((Value key, Value value) in entries)
        {
            Separate(index++, depth + 1);
            AppendText(Key(key));
            text.Append(": ");
            Append(value, depth + 1);
        }

        Close('}', index, depth);
    }

    private static string Key(Value key) =>
        key switch
        {
            StringValue name => name.Text,
            NoneValue or BooleanValue or IntegerValue or FloatValue => Scalar(key),
            _ => throw TemplateException.TypeError($"keys must be str, int, float, bool or None, not {key.TypeName.Split('.')[^1]}"),
        };

    private void Separate(int index, int depth)
    {
        if (indent is null)
        {
            text.Append(index == 0 ? "" : ", ");
            return;
        }

        text.Append(index == 0 ? "\n" : ",\n");
        AppendIndent(depth);
    }

    private void Close(char bracket, int count, int depth)
    {
        if (indent is not null && count > 0)
        {
            text.Append('\n');
            AppendIndent(depth);
        }

        text.Append(bracket);
    }

    private void AppendIndent(int depth)
    {
        SequenceLimits.Demand(1, text.Length + ((indent?.Length ?? 0) * (long)depth));
        for (int i = 0; i < depth; i++)
        {
            text.Append(indent);
        }
    }
}
