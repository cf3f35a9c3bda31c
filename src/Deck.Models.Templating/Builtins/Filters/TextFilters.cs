using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>The filters that treat any value as text.</summary>
internal static class TextFilters
{
    public static Filter[] All { get; } =
    [
        FilterSet.Define("upper()", (c, _) => FilterSet.CallText(c, "upper")),
        FilterSet.Define("lower()", (c, _) => FilterSet.CallText(c, "lower")),
        FilterSet.Define("capitalize()", (c, _) => FilterSet.CallText(c, "capitalize")),
        FilterSet.Define("trim(chars=None)", (c, a) => FilterSet.CallText(c, "strip", a[0])),
        FilterSet.Define("center(width=80)", (c, a) => FilterSet.CallText(c, "center", a[0])),
        FilterSet.Define("title()", (c, _) => Value.Of(Title(FilterSet.Soft(c.Input).Text))),
        FilterSet.Define("string()", (c, _) => FilterSet.Soft(c.Input)),
        FilterSet.Define("replace(old, new, count=None)", (c, a) => c.Environment.Escapes ? EscapedText.Replace(c, a) : Value.Of(StringSearchMethods.Replace(
            c.Input.ToText(), a[0].ToText(), a[1].ToText(), a[2].IsNone ? -1 : a.Integer(2)))),
        FilterSet.Define("format(*args, **kwargs)", (c, a) => Format(c.Input, a.Rest(0), a.Extra(1))),
        FilterSet.Define("indent(width=4, first=False, blank=False)", (c, a) => IndentFilter.Apply(c.Input, a[0], a[1].IsTrue, a[2].IsTrue)),
        FilterSet.Define("truncate(length=255, killwords=False, end='...', leeway=None)", TruncateFilter.Apply),
        FilterSet.Define("wordcount()", (c, _) => Value.Of(CountWords(FilterSet.Soft(c.Input).Text))),
        FilterSet.Define("wordwrap(width=79, break_long_words=True, wrapstring=None, break_on_hyphens=True)", WordWrapFilter.Apply),
        FilterSet.Define("pprint()", (c, _) => Value.Of(PrettyPrinter.Print(c.Input))),
    ];

    /// <summary>Words begin after blanks, hyphens and opening brackets only: `o'neil` is `O'neil`.</summary>
    private static string Title(string text)
    {
        var title = new System.Text.StringBuilder(text.Length);
        bool starts = true;
        foreach (int point in CodePoints.Of(text))
        {
            bool divides = Whitespace.IsSpace(point) || point is '-' or '(' or '{' or '[' or '<';
            string letter = CodePoints.ToText(point);
            title.Append(divides ? letter : starts ? CaseMapping.Upper(letter) : CaseMapping.Lower(letter));
            starts = divides;
        }

        return title.ToString();
    }

    private static StringValue Format(Value input, TupleValue positional, DictValue named)
    {
        if (positional.IsTrue && named.IsTrue)
        {
            throw FilterSet.ArgumentError("can't handle positional and keyword arguments at the same time");
        }

        return PercentFormat.Apply(FilterSet.Soft(input), named.IsTrue ? named : positional);
    }

    private static long CountWords(string text)
    {
        long words = 0;
        bool inWord = false;
        foreach (int point in CodePoints.Of(text))
        {
            bool isWord = point == '_' || StringClassMethods.IsAlphanumeric(point);
            words += isWord && !inWord ? 1 : 0;
            inWord = isWord;
        }

        return words;
    }
}
