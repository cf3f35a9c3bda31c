using System.Diagnostics.CodeAnalysis;
using System.Text;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context.Members;

/// <summary>Writes values as PyYAML's `safe_dump` does, in block style.</summary>
internal static class YamlText
{
    /// <summary>False for a value that holds something YAML has no form for.</summary>
    public static bool TryWrite(Value value, bool sortKeys, [NotNullWhen(true)] out string? text)
    {
        StringBuilder output = new();
        bool written = Write(output, value, 0, sortKeys);
        if (written && !IsBlock(value))
        {
            // PyYAML ends a document of one plain scalar with the end mark.
            output.Append(value is StringValue or DictValue or ListValue or TupleValue ? "\n" : "\n...\n");
        }

        text = written ? output.ToString() : null;
        return written;
    }

    private static bool IsBlock(Value value) => value is DictValue { IsTrue: true } or ListValue { IsTrue: true } or TupleValue { IsTrue: true };

    private static bool Write(StringBuilder output, Value value, int indent, bool sortKeys) => value switch
    {
        DictValue { IsTrue: true } dict => WriteDict(output, dict, indent, sortKeys),
        ListValue { IsTrue: true } list => WriteList(output, list.Items, indent, sortKeys),
        TupleValue { IsTrue: true } tuple => WriteList(output, tuple.Items, indent, sortKeys),
        _ => WriteScalar(output, value),
    };

    private static bool WriteDict(StringBuilder output, DictValue dict, int indent, bool sortKeys)
    {
        IEnumerable<KeyValuePair<Value, Value>> entries = sortKeys ? dict.Entries.OrderBy(e => e.Key.ToText(), StringComparer.Ordinal) : dict.Entries;
        bool first = true;
        foreach ((Value key, Value value) in entries)
        {
            output.Append(' ', first ? 0 : indent);
            first = false;
            if (!WriteScalar(output, key))
            {
                return false;
            }

            // PyYAML starts a list in the column of its key.
            bool list = IsBlock(value) && value is not DictValue;
            int inner = list ? indent : indent + 2;
            output.Append(':').Append(IsBlock(value) ? "\n" : " ").Append(' ', IsBlock(value) ? inner : 0);
            if (!Write(output, value, inner, sortKeys))
            {
                return false;
            }

            EndLine(output);
        }

        return true;
    }

    private static bool WriteList(StringBuilder output, IEnumerable<Value> items, int indent, bool sortKeys)
    {
        bool first = true;
        foreach (Value item in items)
        {
            output.Append(' ', first ? 0 : indent).Append("- ");
            first = false;
            if (!Write(output, item, indent + 2, sortKeys))
            {
                return false;
            }

            EndLine(output);
        }

        return true;
    }

    private static void EndLine(StringBuilder output)
    {
        if (output[^1] != '\n')
        {
            output.Append('\n');
        }
    }

    private static bool WriteScalar(StringBuilder output, Value value)
    {
        string? text = value switch
        {
            _ when value.IsNone => "null",
            BooleanValue flag => flag.IsTrue ? "true" : "false",
            IntegerValue or FloatValue => value.ToText(),
            StringValue s => Quote(s.Text),
            DictValue => "{}",
            ListValue or TupleValue => "[]",
            _ => null,
        };
        output.Append(text);
        return text is not null;
    }

    /// <summary>A text as it is where it would be read back as itself, else in quotes.</summary>
    private static string Quote(string text)
    {
        if (text.Any(char.IsControl))
        {
            return $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
                .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal)}\"";
        }

        bool plain = text.Length > 0 && text.Trim() == text && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal)
            && !text.EndsWith(':') && !"-?:,[]{}#&*!|>'\"%@`=".Contains(text[0], StringComparison.Ordinal)
            && YamlReader.Read(new SourceText("", text)).Value is YamlScalar { Value: StringValue same } && same.Text == text;
        return plain ? text : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }
}
