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
        bool written = new Block(output, new YamlAnchors(value, sortKeys), sortKeys).TryWriteRoot(value);
        text = written ? output.ToString() : null;
        return written;
    }

    private static bool IsBlock(Value value) => value is DictValue { Entries.Count: > 0 } or ListValue { Items.Count: > 0 } or TupleValue { Items.Length: > 0 };

    /// <summary>One text in the making.</summary>
    private sealed class Block(StringBuilder output, YamlAnchors anchors, bool sortKeys)
    {
        /// <summary>PyYAML writes longer keys, and those that do not fit a line, behind a `?`.</summary>
        private const int LongestSimpleKey = 122;

        public bool TryWriteRoot(Value value)
        {
            if (!IsBlock(value))
            {
                bool written = TryWriteInline(value, 2);
                output.Append(written && YamlScalarWriter.NeedsDocumentEnd(value) ? "\n...\n" : "\n");
                return written;
            }

            string? anchor = anchors.Take(value, out _);
            output.Append(anchor).Append(anchor is null ? "" : "\n");
            return TryWriteBlock(value, 0, false);
        }

        private bool TryWriteBlock(Value value, int indent, bool startsInLine) =>
            value is DictValue dict
                ? TryWriteDict(dict, indent, startsInLine)
                : TryWriteList(value is ListValue list ? list.Items : ((TupleValue)value).Items, indent, startsInLine);

        /// <param name="startsInLine">True where the first entry goes on in the line of a list's dash.</param>
        private bool TryWriteDict(DictValue dict, int indent, bool startsInLine)
        {
            bool first = startsInLine;
            foreach (Value key in YamlAnchors.Keys(dict, sortKeys))
            {
                Value value = dict.Entries[key];
                output.Append(' ', first ? 0 : indent);
                first = false;
                bool written = IsSimpleKey(key)
                    ? TryWriteInline(key, indent, folds: false) && TryWriteBelow(value, indent)
                    : TryWriteComplex(key, value, indent);
                if (!written)
                {
                    return false;
                }
            }

            return true;
        }

        private static bool IsSimpleKey(Value key) =>
            !IsBlock(key) && (key is not StringValue text || (text.Text.Length is > 0 and <= LongestSimpleKey && !text.Text.AsSpan().ContainsAny("\n\u0085\u2028\u2029")));

        private bool TryWriteComplex(Value key, Value value, int indent)
        {
            output.Append("? ");
            if (!TryWriteItem(key, indent + 2, isEntry: true))
            {
                return false;
            }

            output.Append(' ', indent).Append(": ");
            return TryWriteItem(value, indent + 2, isEntry: true);
        }

        private bool TryWriteBelow(Value value, int indent)
        {
            output.Append(':');
            if (!IsBlock(value))
            {
                output.Append(' ');
                bool written = TryWriteInline(value, indent + 2);
                output.Append('\n');
                return written;
            }

            string? anchor = anchors.Take(value, out bool isAlias);
            output.Append(anchor is null ? "" : " ").Append(anchor).Append('\n');
            return isAlias || TryWriteBlock(value, value is DictValue ? indent + 2 : indent, false);
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

        /// <summary>A value behind a dash, a `?` or a `:` of its own.</summary>
        /// <param name="isEntry">True for a `?` or a `:`: a list whose anchor ends that line is not indented below it.</param>
        private bool TryWriteItem(Value item, int indent, bool isEntry = false)
        {
            if (!IsBlock(item))
            {
                bool written = TryWriteInline(item, indent);
                output.Append('\n');
                return written;
            }

            string? anchor = anchors.Take(item, out bool isAlias);
            output.Append(anchor).Append(anchor is null ? "" : "\n");
            bool isBelow = isEntry && anchor is not null && item is not DictValue;
            return isAlias || TryWriteBlock(item, isBelow ? indent - 2 : indent, startsInLine: anchor is null);
        }

        private bool TryWriteInline(Value value, int indent, bool folds = true)
        {
            string? anchor = anchors.Take(value, out bool isAlias);
            output.Append(anchor).Append(anchor is null || isAlias ? "" : " ");
            return isAlias || value switch
            {
                DictValue => Append("{}"),
                ListValue or TupleValue => Append("[]"),
                _ => YamlScalarWriter.TryWrite(output, value, indent, folds),
            };
        }

        private bool Append(string text)
        {
            output.Append(text);
            return true;
        }
    }
}
