namespace Deck.Models.Engine.Selection.Methods;

/// <summary>Python's `fnmatch`: `*`, `?`, `[abc]`, `[a-z]` and `[!abc]`, case-sensitive.</summary>
internal static class Glob
{
    public static bool IsPattern(string text) => text.AsSpan().IndexOfAny("*?[]") >= 0;

    public static bool Matches(string text, string pattern)
    {
        (int t, int p, int star, int retry) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, retry) = (p++, t);
            }
            else if (p < pattern.Length && MatchesOne(text[t], pattern, p, out int next))
            {
                (t, p) = (t + 1, next);
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++retry);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }

    private static bool MatchesOne(char c, string pattern, int at, out int next)
    {
        next = at + 1;
        if (pattern[at] == '?')
        {
            return true;
        }

        int end = pattern[at] == '[' ? EndOfSet(pattern, at) : -1;
        if (end < 0)
        {
            return pattern[at] == c;
        }

        next = end + 1;
        return InSet(c, pattern.AsSpan(at + 1, end - at - 1));
    }

    /// <summary>The closing bracket, or -1; a bracket right after the opening one belongs to the set.</summary>
    private static int EndOfSet(string pattern, int open)
    {
        int first = open + 1 < pattern.Length && pattern[open + 1] == '!' ? open + 2 : open + 1;
        return first + 1 > pattern.Length ? -1 : pattern.IndexOf(']', Math.Min(first + 1, pattern.Length));
    }

    private static bool InSet(char c, ReadOnlySpan<char> set)
    {
        bool negated = set.Length > 0 && set[0] == '!';
        ReadOnlySpan<char> rest = negated ? set[1..] : set;
        bool found = false;
        for (int i = 0; i < rest.Length; i++)
        {
            if (i + 2 < rest.Length && rest[i + 1] == '-')
            {
                found |= c >= rest[i] && c <= rest[i + 2];
                i += 2;
            }
            else
            {
                found |= c == rest[i];
            }
        }

        return found != negated;
    }
}
