using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>The methods of str that take it apart, and `join`.</summary>
internal static class StringSplitMethods
{
    public static (string Signature, Func<StringValue, BoundArguments, Value> Body)[] All { get; } =
    [
        ("split(sep=None, maxsplit=-1)", (s, a) => Pieces(a.Integer(1) is var limit && Separator(a[0]) is string sep ? Split(s.Text, sep, limit) : Whitespace.Split(s.Text, limit))),
        ("rsplit(sep=None, maxsplit=-1)", (s, a) => Pieces(a.Integer(1) is var limit && Separator(a[0]) is string sep ? SplitFromRight(s.Text, sep, limit) : Whitespace.SplitFromRight(s.Text, limit))),
        ("splitlines(keepends=False)", (s, a) => Pieces(Whitespace.SplitLines(s.Text, a.Flag(0)))),
        ("partition(sep, /)", (s, a) => Partition(s, a[0], false)),
        ("rpartition(sep, /)", (s, a) => Partition(s, a[0], true)),
        ("join(iterable, /)", (s, a) => new StringValue(Join(s.Text, a[0]))),
    ];

    public static List<string> Split(string text, string separator, long limit)
    {
        var pieces = new List<string>();
        int from = 0;
        for (; limit != 0 && text.IndexOf(separator, from, StringComparison.Ordinal) is int at and >= 0; limit--)
        {
            pieces.Add(text[from..at]);
            from = at + separator.Length;
        }

        pieces.Add(text[from..]);
        return pieces;
    }

    public static List<string> SplitFromRight(string text, string separator, long limit)
    {
        var pieces = new List<string>();
        int to = text.Length;
        for (; limit != 0 && to >= separator.Length && text.AsSpan(0, to).LastIndexOf(separator) is int at and >= 0; limit--)
        {
            pieces.Add(text[(at + separator.Length)..to]);
            to = at;
        }

        pieces.Add(text[..to]);
        pieces.Reverse();
        return pieces;
    }

    /// <summary>`str.join`, which takes str only.</summary>
    public static string Join(string separator, Value items)
    {
        if (items.Iterate() is null)
        {
            throw TemplateException.TypeError("can only join an iterable");
        }

        var joined = new StringBuilder();
        int index = 0;
        foreach (Value item in Sequences.Enumerate(items))
        {
            joined.AppendBounded(index == 0 ? "" : separator).AppendBounded(StringMethods.Demand(item, $"sequence item {index}: expected str instance"));
            index++;
        }

        return joined.ToString();
    }

    private static string? Separator(Value value)
    {
        if (value.IsNone)
        {
            return null;
        }

        string separator = StringMethods.Demand(value, "must be str or None");
        return separator.Length > 0 ? separator : throw TemplateException.ValueError("empty separator");
    }

    private static ListValue Pieces(List<string> pieces)
    {
        var values = new List<Value>(pieces.Count);
        foreach (string piece in pieces)
        {
            values.Add(new StringValue(piece));
        }

        return ListValue.Own(values);
    }

    private static TupleValue Partition(StringValue text, Value sep, bool last)
    {
        string separator = StringMethods.Demand(sep, "must be str");
        if (separator.Length == 0)
        {
            throw TemplateException.ValueError("empty separator");
        }

        int at = last ? text.Text.LastIndexOf(separator, StringComparison.Ordinal) : text.Text.IndexOf(separator, StringComparison.Ordinal);
        if (at < 0)
        {
            return last ? Value.Tuple(StringValue.Empty, StringValue.Empty, text) : Value.Tuple(text, StringValue.Empty, StringValue.Empty);
        }

        return Value.Tuple(new StringValue(text.Text[..at]), sep, new StringValue(text.Text[(at + separator.Length)..]));
    }
}
