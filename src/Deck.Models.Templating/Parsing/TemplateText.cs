namespace Deck.Models.Templating.Parsing;

/// <summary>What Jinja makes of raw text before it looks at it.</summary>
internal static class TemplateText
{
    /// <summary>Every `\r\n` and lone `\r` as `\n`.</summary>
    public static string NormalizeNewlines(ReadOnlySpan<char> text)
    {
        string content = text.ToString();
        return text.Contains('\r') ? content.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : content;
    }

    /// <summary>A text without delimiters as rendering leaves it: one newline at its end is lost.</summary>
    public static string AsRendered(string text)
    {
        string normal = NormalizeNewlines(text);
        return normal.EndsWith('\n') ? normal[..^1] : normal;
    }

    /// <summary>Whether a text has any of Jinja's delimiters, opening or closing.</summary>
    public static bool HasDelimiters(string text) => HasOpening(text) || HasClosing(text);

    private static bool HasOpening(string text)
    {
        for (int at = text.IndexOf('{'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('{', at + 1))
        {
            if (text[at + 1] is '{' or '%' or '#')
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasClosing(string text)
    {
        for (int at = text.IndexOf('}'); at >= 0; at = text.IndexOf('}', at + 1))
        {
            if (at > 0 && text[at - 1] is '}' or '%' or '#')
            {
                return true;
            }
        }

        return false;
    }
}
