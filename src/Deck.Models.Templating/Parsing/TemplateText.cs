using System.Buffers;

namespace Deck.Models.Templating.Parsing;

/// <summary>What Jinja makes of raw text before it looks at it.</summary>
internal static class TemplateText
{
    private static readonly SearchValues<char> DelimiterStarts = SearchValues.Create("{%}#");

    /// <summary>Every `\r\n` and lone `\r` as `\n`.</summary>
    public static string NormalizeNewlines(ReadOnlySpan<char> text)
    {
        string content = text.ToString();
        return text.Contains('\r') ? content.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : content;
    }

    /// <summary>Whether a text has any of Jinja's delimiters, opening or closing.</summary>
    public static bool HasDelimiters(string text)
    {
        ReadOnlySpan<char> rest = text;
        while (true)
        {
            int at = rest.IndexOfAny(DelimiterStarts);
            if (at < 0 || at + 1 >= rest.Length)
            {
                return false;
            }

            if (IsDelimiter(rest[at], rest[at + 1]))
            {
                return true;
            }

            rest = rest[(at + 1)..];
        }
    }

    private static bool IsDelimiter(char first, char second) => (first, second) is ('{', '{' or '%' or '#') or ('%' or '}' or '#', '}');
}
