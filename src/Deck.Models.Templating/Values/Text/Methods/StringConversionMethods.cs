using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>The methods of str that turn it into something else: formatting, translation, bytes.</summary>
internal static class StringConversionMethods
{
    public static (string Signature, Func<StringValue, BoundArguments, Value> Body)[] All { get; } =
    [
        ("format(*args, **kwargs)", (s, a) => new StringValue(StringFormatter.Format(s, a.Rest(0), a.Extra(1)))),
        ("format_map(mapping, /)", (s, a) => new StringValue(StringFormatter.Format(s, TupleValue.Empty, a[0]))),
        ("translate(table, /)", (s, a) => new StringValue(Translate(s.Text, a[0]))),
        ("maketrans(x, y=..., z=..., /)", (_, a) => MakeTable(a)),
        ("encode(encoding='utf-8', errors='strict')", (s, a) => Encode(s.Text, a.Text(0), a.Text(1))),
    ];

    private static BytesValue Encode(string text, string encoding, string errors)
    {
        string name = encoding.ToLowerInvariant().Replace('_', '-');
        return name switch
        {
            "utf-8" or "utf8" => new BytesValue(Encoding.UTF8.GetBytes(text)),
            "ascii" or "us-ascii" when Ascii.IsValid(text) || errors != "strict" => new BytesValue(EncodeWithin(text, 0x7F, errors)),
            "latin-1" or "latin1" or "iso-8859-1" when !text.AsSpan().ContainsAnyExceptInRange('\0', '\xFF') || errors != "strict" => new BytesValue(EncodeWithin(text, 0xFF, errors)),
            "utf-16" => new BytesValue([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]),
            "utf-16-le" => new BytesValue(Encoding.Unicode.GetBytes(text)),
            "utf-16-be" => new BytesValue(Encoding.BigEndianUnicode.GetBytes(text)),
            "ascii" or "us-ascii" or "latin-1" or "latin1" or "iso-8859-1" =>
                throw new TemplateException("UnicodeEncodeError", $"'{name}' codec can't encode the text: ordinal not in range"),
            _ => throw new TemplateException("LookupError", $"unknown encoding: {encoding}"),
        };
    }

    private static byte[] EncodeWithin(string text, int last, string errors)
    {
        var bytes = new List<byte>(text.Length);
        foreach (int point in CodePoints.Of(text))
        {
            if (point <= last)
            {
                bytes.Add((byte)point);
                continue;
            }

            bytes.AddRange(Encoding.ASCII.GetBytes(errors switch
            {
                "ignore" => "",
                "replace" => "?",
                "xmlcharrefreplace" => $"&#{point};",
                "backslashreplace" => point <= 0xFF ? $"\\x{point:x2}" : point <= 0xFFFF ? $"\\u{point:x4}" : $"\\U{point:x8}",
                _ => throw new TemplateException("LookupError", $"unknown error handler name '{errors}'"),
            }));
        }

        return [.. bytes];
    }

    private static string Translate(string text, Value table)
    {
        var translated = new StringBuilder(text.Length);
        foreach (int point in CodePoints.Of(text))
        {
            Value? by = table.GetItem(Value.Of(point));
            if (by is null && table is not (DictValue or StringValue or ListValue or TupleValue))
            {
                throw TemplateException.TypeError($"'{table.TypeName}' object is not subscriptable");
            }

            _ = by switch
            {
                null => CodePoints.Append(translated, point),
                NoneValue => translated,
                IntegerValue { Clamped: >= 0 and <= 0x10FFFF } number => CodePoints.Append(translated, (int)number.Clamped),
                IntegerValue => throw TemplateException.ValueError("character mapping must be in range(0x110000)"),
                StringValue piece => translated.Append(piece.Text),
                _ => throw TemplateException.TypeError("character mapping must return integer, None or str"),
            };
        }

        return translated.ToString();
    }

    private static DictValue MakeTable(BoundArguments arguments) =>
        arguments.Find(1) is null ? TableOfDict(arguments[0]) : TableOfTexts(arguments);

    private static DictValue TableOfDict(Value only)
    {
        DictValue source = only as DictValue ?? throw TemplateException.TypeError("if you give only one argument to maketrans it must be a dict");
        var table = new DictValue();
        foreach ((Value key, Value value) in source.Table)
        {
            table.Table[key is StringValue { PointCount: 1 } letter ? Value.Of(CodePoints.At(letter.Text, 0)) : key] = value;
        }

        return table;
    }

    private static DictValue TableOfTexts(BoundArguments arguments)
    {
        int[] from = CodePoints.Of(StringMethods.Demand(arguments[0], "first maketrans argument must be a string if there is a second argument"));
        int[] to = CodePoints.Of(StringMethods.Demand(arguments[1], "maketrans() argument 2 must be str"));
        int[] dropped = arguments.Find(2) is Value drop ? CodePoints.Of(StringMethods.Demand(drop, "maketrans() argument 3 must be str")) : [];
        if (from.Length != to.Length)
        {
            throw TemplateException.ValueError("the first two maketrans arguments must have equal length");
        }

        var table = new DictValue();
        for (int i = 0; i < from.Length; i++)
        {
            table.Table[Value.Of(from[i])] = Value.Of(to[i]);
        }

        foreach (int point in dropped)
        {
            table.Table[Value.Of(point)] = Value.None;
        }

        return table;
    }
}
