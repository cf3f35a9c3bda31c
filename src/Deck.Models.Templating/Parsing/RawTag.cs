namespace Deck.Models.Templating.Parsing;

/// <summary>Recognises `{% raw %}` and `{% endraw %}`, which belong to the lexer.</summary>
internal static class RawTag
{
    /// <summary>A closing tag: where it starts, where the text goes on, whether it strips the data before it.</summary>
    internal readonly record struct Closing(int Start, int After, bool Strips);

    /// <summary>The end of an opening tag whose inside starts at a position, or null where it is another tag.</summary>
    public static int? EndOfOpening(string text, int inside, int end) => EndOfTag(text, inside, end, "raw", allowsPlus: false);

    public static Closing? FindClosing(string text, int position, int end)
    {
        while (true)
        {
            int begin = text.IndexOf("{%", position, end - position, StringComparison.Ordinal);
            if (begin < 0)
            {
                return null;
            }

            bool marked = begin + 2 < end && text[begin + 2] is '-' or '+';
            if (EndOfTag(text, marked ? begin + 3 : begin + 2, end, "endraw", allowsPlus: true) is int after)
            {
                return new Closing(begin, after, marked && text[begin + 2] == '-');
            }

            position = begin + 2;
        }
    }

    private static int? EndOfTag(string text, int inside, int end, string name, bool allowsPlus)
    {
        int start = Characters.SkipSpace(text, inside, end);
        if (string.CompareOrdinal(text, start, name, 0, name.Length) != 0 || start + name.Length > end)
        {
            return null;
        }

        int mark = Characters.SkipSpace(text, start + name.Length, end);
        bool strips = mark < end && text[mark] == '-';
        bool plus = allowsPlus && mark < end && text[mark] == '+';
        int close = strips || plus ? mark + 1 : mark;
        if (close + 2 > end || text[close] != '%' || text[close + 1] != '}')
        {
            return null;
        }

        return strips ? Characters.SkipSpace(text, close + 2, end) : close + 2;
    }
}
