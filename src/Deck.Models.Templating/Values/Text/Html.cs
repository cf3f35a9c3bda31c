using System.Buffers;
using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>markupsafe's escaping.</summary>
internal static class Html
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>'\"");

    /// <summary>A value as HTML: Markup as it is, everything else as its text, escaped.</summary>
    public static StringValue Escape(Value value) =>
        value is StringValue { IsMarkup: true } markup ? markup : StringValue.Markup(Escape(value.ToText()));

    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(Special))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        foreach (char unit in text)
        {
            _ = unit switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '\'' => escaped.Append("&#39;"),
                '"' => escaped.Append("&#34;"),
                _ => escaped.Append(unit),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Text without comments and tags, white space runs as one space, entities read.</summary>
    public static string StripTags(string text)
    {
        string bare = Remove(Remove(text, "<!--", "-->"), "<", ">");
        return System.Net.WebUtility.HtmlDecode(string.Join(' ', Whitespace.Split(bare, -1)));
    }

    private static string Remove(string text, string open, string close)
    {
        var rest = new StringBuilder(text.Length);
        int from = 0;
        while (text.IndexOf(open, from, StringComparison.Ordinal) is int start and >= 0
            && text.IndexOf(close, start + open.Length, StringComparison.Ordinal) is int end and >= 0)
        {
            rest.Append(text, from, start - from);
            from = end + close.Length;
        }

        return rest.Append(text, from, text.Length - from).ToString();
    }
}
