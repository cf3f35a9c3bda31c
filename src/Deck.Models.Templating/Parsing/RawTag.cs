namespace Deck.Models.Templating.Parsing;

/// <summary>Recognises `{% raw %}` and `{% endraw %}`, which belong to the lexer.</summary>
internal static class RawTag
{
    private static readonly TagForm Opener = new("raw", AllowsPlus: false);
    private static readonly TagForm Closer = new("endraw", AllowsPlus: true);

    /// <summary>A closing tag: where it starts, where the text goes on, whether it strips the data before it.</summary>
    internal readonly record struct Closing(int Start, int After, bool Strips);

    /// <summary>The end of an opening tag whose inside starts at a position, or null where it is another tag.</summary>
    public static int? EndOfOpening(string text, int inside, int end) => EndOfTag(text, inside, end, Opener);

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
            if (EndOfTag(text, marked ? begin + 3 : begin + 2, end, Closer) is int after)
            {
                return new Closing(begin, after, marked && text[begin + 2] == '-');
            }

            position = begin + 2;
        }
    }

    private static int? EndOfTag(string text, int inside, int end, TagForm tag)
    {
        int start = Characters.SkipSpace(text, inside, end);
        if (string.CompareOrdinal(text, start, tag.Name, 0, tag.Name.Length) != 0 || start + tag.Name.Length > end)
        {
            return null;
        }

        int mark = Characters.SkipSpace(text, start + tag.Name.Length, end);
        bool strips = mark < end && text[mark] == '-';
        bool plus = tag.AllowsPlus && mark < end && text[mark] == '+';
        int close = strips || plus ? mark + 1 : mark;
        if (close + 2 > end || text[close] != '%' || text[close + 1] != '}')
        {
            return null;
        }

        return strips ? Characters.SkipSpace(text, close + 2, end) : close + 2;
    }

    /// <summary>How a tag is written.</summary>
    /// <param name="AllowsPlus">Whether `+` may stand before its end.</param>
    private readonly record struct TagForm(string Name, bool AllowsPlus);
}
