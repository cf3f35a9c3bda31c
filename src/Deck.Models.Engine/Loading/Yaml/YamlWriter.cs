using System.Diagnostics.CodeAnalysis;
using System.Text;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>Writes a value as PyYAML's `safe_dump(default_flow_style=False)` does: block style, two spaces, lists not indented below their key.</summary>
public static class YamlWriter
{
    /// <summary>The text with its final line break, or nothing where the value holds something that YAML cannot (a function, a relation).</summary>
    public static bool TryWrite(Value value, bool sortKeys, [NotNullWhen(true)] out string? text)
    {
        StringBuilder output = new();
        bool written = new Block(output, sortKeys).TryWriteRoot(value);
        text = written ? output.ToString() : null;
        return written;
    }

    /// <summary>One text in the making.</summary>
    private sealed class Block(StringBuilder output, bool sortKeys)
    {
        public bool TryWriteRoot(Value value)
        {
            switch (value)
            {
                case DictValue { Entries.Count: > 0 } dict:
                    return TryWriteDict(dict, 0, false);
                case ListValue { Items.Count: > 0 } list:
                    return TryWriteList(list.Items, 0, false);
                case TupleValue { Items.Length: > 0 } tuple:
                    return TryWriteList(tuple.Items, 0, false);
                default:
                    bool written = TryWriteInline(value, 2);
                    output.Append(written && YamlScalarWriter.NeedsDocumentEnd(value) ? "\n...\n" : "\n");
                    return written;
            }
        }

        /// <param name="startsInLine">True where the first entry goes on in the line of a list's dash.</param>
        private bool TryWriteDict(DictValue dict, int indent, bool startsInLine)
        {
            IEnumerable<KeyValuePair<Value, Value>> entries = sortKeys ? dict.Entries.OrderBy(e => e.Key.ToText(), StringComparer.Ordinal) : dict.Entries;
            bool first = startsInLine;
            foreach ((Value key, Value value) in entries)
            {
                output.Append(' ', first ? 0 : indent);
                first = false;
                if (!YamlScalarWriter.TryWrite(output, key, indent) || !TryWriteBelow(value, indent))
                {
                    return false;
                }
            }

            return true;
        }

        private bool TryWriteBelow(Value value, int indent)
        {
            output.Append(':');
            switch (value)
            {
                case DictValue { Entries.Count: > 0 } dict:
                    output.Append('\n');
                    return TryWriteDict(dict, indent + 2, false);
                case ListValue { Items.Count: > 0 } list:
                    output.Append('\n');
                    return TryWriteList(list.Items, indent, false);
                case TupleValue { Items.Length: > 0 } tuple:
                    output.Append('\n');
                    return TryWriteList(tuple.Items, indent, false);
                default:
                    output.Append(' ');
                    bool written = TryWriteInline(value, indent + 2);
                    output.Append('\n');
                    return written;
            }
        }

        private bool TryWriteList(IEnumerable<Value> items, int indent, bool startsInLine)
        {
            bool first = startsInLine;
            foreach (Value item in items)
            {
                output.Append(' ', first ? 0 : indent).Append("- ");
                first = false;
                if (!TryWriteItem(item, indent + 2))
                {
                    return false;
                }
            }

            return true;
        }

        private bool TryWriteItem(Value item, int indent)
        {
            switch (item)
            {
                case DictValue { Entries.Count: > 0 } dict:
                    return TryWriteDict(dict, indent, true);
                case ListValue { Items.Count: > 0 } list:
                    return TryWriteList(list.Items, indent, true);
                case TupleValue { Items.Length: > 0 } tuple:
                    return TryWriteList(tuple.Items, indent, true);
                default:
                    bool written = TryWriteInline(item, indent);
                    output.Append('\n');
                    return written;
            }
        }

        private bool TryWriteInline(Value value, int indent) => value switch
        {
            DictValue => Append("{}"),
            ListValue or TupleValue => Append("[]"),
            _ => YamlScalarWriter.TryWrite(output, value, indent),
        };

        private bool Append(string text)
        {
            output.Append(text);
            return true;
        }
    }
}
