namespace Deck.Models.Templating.Values;

/// <summary>What Python's str methods take for white space and for line ends.</summary>
internal static class Whitespace
{
    public static bool IsSpace(int point) =>
        point is ' ' or (>= 0x09 and <= 0x0D) or (>= 0x1C and <= 0x1F) or 0x85 or 0xA0 or 0x1680 or (>= 0x2000 and <= 0x200A)
            or 0x2028 or 0x2029 or 0x202F or 0x205F or 0x3000;

    public static bool IsLineEnd(char unit) =>
        unit is '\n' or '\r' or '\v' or '\f' or (>= '\x1C' and <= '\x1E') or '\x85' or '\u2028' or '\u2029';

    public static string Trim(string text, bool left, bool right)
    {
        int start = 0;
        int end = text.Length;
        while (left && start < end && IsSpace(text[start]))
        {
            start++;
        }

        while (right && end > start && IsSpace(text[end - 1]))
        {
            end--;
        }

        return end - start == text.Length ? text : text[start..end];
    }

    /// <summary>The words between runs of white space, at most <paramref name="limit"/> splits from the left (all where negative).</summary>
    public static List<string> Split(string text, long limit)
    {
        var words = new List<string>();
        int at = 0;
        while (true)
        {
            while (at < text.Length && IsSpace(text[at]))
            {
                at++;
            }

            if (at == text.Length)
            {
                return words;
            }

            if (limit >= 0 && words.Count == limit)
            {
                words.Add(text[at..]);
                return words;
            }

            int start = at;
            while (at < text.Length && !IsSpace(text[at]))
            {
                at++;
            }

            words.Add(text[start..at]);
        }
    }

    /// <summary>The words between runs of white space, at most <paramref name="limit"/> splits from the right.</summary>
    public static List<string> SplitFromRight(string text, long limit)
    {
        var words = new List<string>();
        for (int at = EndOfWord(text, text.Length); at > 0; at = EndOfWord(text, at))
        {
            if (limit >= 0 && words.Count == limit)
            {
                words.Add(text[..at]);
                break;
            }

            int end = at;
            while (at > 0 && !IsSpace(text[at - 1]))
            {
                at--;
            }

            words.Add(text[at..end]);
        }

        words.Reverse();
        return words;
    }

    /// <summary>Lines, at every line end that Python knows; a final line end starts no further line.</summary>
    public static List<string> SplitLines(string text, bool keepEnds)
    {
        var lines = new List<string>();
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (IsLineEnd(text[i]))
            {
                int end = i;
                i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                lines.Add(text[start..(keepEnds ? i + 1 : end)]);
                start = i + 1;
            }
        }

        if (start < text.Length)
        {
            lines.Add(text[start..]);
        }

        return lines;
    }

    /// <summary>The place behind the last word that ends before <paramref name="at"/>, or 0.</summary>
    private static int EndOfWord(string text, int at)
    {
        while (at > 0 && IsSpace(text[at - 1]))
        {
            at--;
        }

        return at;
    }
}
