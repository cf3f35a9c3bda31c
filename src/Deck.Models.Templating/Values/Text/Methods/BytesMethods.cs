using System.Collections.Frozen;
using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>The methods of bytes: those of str on a text of the bytes, and those of its own.</summary>
internal static class BytesMethods
{
    private static readonly FrozenSet<string> OfText = FrozenSet.Create(
        "capitalize", "center", "count", "endswith", "expandtabs", "find", "index", "isalnum", "isalpha", "isascii", "isdigit", "islower", "isspace",
        "istitle", "isupper", "join", "ljust", "lower", "lstrip", "partition", "removeprefix", "removesuffix", "replace", "rfind", "rindex", "rjust",
        "rpartition", "rsplit", "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title", "upper", "zfill");

    /// <summary>Those that look for one byte too, given as a number.</summary>
    private static readonly FrozenSet<string> Searching = FrozenSet.Create("count", "find", "index", "rfind", "rindex");

    private static readonly MethodTable<BytesValue> Own = new(
        ("decode(encoding='utf-8', errors='strict')", (b, a) => Value.Of(BytesDecoder.Decode(b.Content, a.Text(0), a.Text(1)))),
        ("hex(sep=..., bytes_per_sep=1)", (b, a) => Value.Of(Hex(b.Content, a.Find(0), a.Integer(1)))),
        ("fromhex(string, /)", (_, a) => FromHex(a.Text(0))),
        ("maketrans(frm, to, /)", (_, a) => MakeTable(BytesText.Demand(a[0]).Content, BytesText.Demand(a[1]).Content)),
        ("translate(table, /, delete=...)", (b, a) => Translate(b.Content, a[0], a.Find(1))));

    public static IEnumerable<string> Names => Own.Names.Concat(OfText);

    public static Value? Bind(BytesValue self, string name)
    {
        if (!OfText.Contains(name) || StringMethods.Bind(BytesText.Of(self, name == "splitlines"), name) is not Value method)
        {
            return Own.Bind(self, name);
        }

        return new FunctionValue(name, arguments => BytesText.Back(method.Call(ToTexts(name, arguments))));
    }

    private static Arguments ToTexts(string method, Arguments arguments)
    {
        Value[] positional = [.. arguments.Positional];
        for (int i = 0; i < positional.Length; i++)
        {
            positional[i] = ToText(positional[i], i == 0 ? method : "");
        }

        return new Arguments(positional, [.. arguments.Named.ToArray().Select(n => KeyValuePair.Create(n.Key, ToText(n.Value, "")))]);
    }

    private static Value ToText(Value argument, string method) =>
        argument switch
        {
            BytesValue bytes when method != "join" => BytesText.Of(bytes),
            StringValue => throw TemplateException.TypeError("a bytes-like object is required, not 'str'"),
            TupleValue affixes when method is "startswith" or "endswith" => TupleValue.Own([.. affixes.Items.Select(affix => ToText(affix, ""))]),
            _ when method == "join" => new ListValue(Sequences.ToList(argument).Select(Part)),
            _ when Searching.Contains(method) && IntegerValue.TryFrom(argument, out IntegerValue? unit) => BytesText.Of(new BytesValue([BytesText.Byte(unit)])),
            _ => argument,
        };

    private static StringValue Part(Value part, int place) =>
        part is BytesValue bytes ? BytesText.Of(bytes) : throw TemplateException.TypeError($"sequence item {place}: expected a bytes-like object, {part.TypeName} found");

    /// <summary>Two digits a byte; a separator after so many bytes, counted from the end, or from the start where negative.</summary>
    private static string Hex(ReadOnlySpan<byte> bytes, Value? separator, long group)
    {
        string between = separator switch
        {
            null => "",
            StringValue { PointCount: 1 } text => text.Text,
            BytesValue { Length: 1 } one => ((char)one.Content[0]).ToString(),
            StringValue or BytesValue => throw TemplateException.ValueError("sep must be length 1."),
            _ => throw TemplateException.TypeError("sep must be str or bytes."),
        };
        var hex = new StringBuilder(bytes.Length * 3);
        for (int i = 0; i < bytes.Length; i++)
        {
            bool isBoundary = i > 0 && group != 0 && (group > 0 ? bytes.Length - i : i) % group == 0;
            hex.Append(isBoundary ? between : "").Append(bytes[i].ToString("x2"));
        }

        return hex.ToString();
    }

    private static BytesValue FromHex(string text)
    {
        var bytes = new List<byte>(text.Length / 2);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is ' ' or (>= '\t' and <= '\r'))
            {
                continue;
            }

            int wrong = !char.IsAsciiHexDigit(text[i]) ? i : i + 1 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) ? i + 1 : -1;
            bytes.Add(wrong < 0 ? Convert.FromHexString(text.AsSpan(i, 2))[0] : throw TemplateException.ValueError($"non-hexadecimal number found in fromhex() arg at position {wrong}"));
            i++;
        }

        return new BytesValue([.. bytes]);
    }

    private static BytesValue MakeTable(ReadOnlySpan<byte> from, ReadOnlySpan<byte> to)
    {
        if (from.Length != to.Length)
        {
            throw TemplateException.ValueError("maketrans arguments must have same length");
        }

        byte[] table = [.. Enumerable.Range(0, 256).Select(unit => (byte)unit)];
        for (int i = 0; i < from.Length; i++)
        {
            table[from[i]] = to[i];
        }

        return new BytesValue(table);
    }

    private static BytesValue Translate(ReadOnlySpan<byte> bytes, Value table, Value? delete)
    {
        ReadOnlySpan<byte> by = table.IsNone ? MakeTable([], []).Content : BytesText.Demand(table).Content;
        ReadOnlySpan<byte> dropped = delete is null ? [] : BytesText.Demand(delete).Content;
        if (by.Length != 256)
        {
            throw TemplateException.ValueError("translation table must be 256 characters long");
        }

        var translated = new List<byte>(bytes.Length);
        foreach (byte unit in bytes)
        {
            if (!dropped.Contains(unit))
            {
                translated.Add(by[unit]);
            }
        }

        return new BytesValue([.. translated]);
    }
}
