namespace Deck.Models.Text;

/// <summary>Finds the name that a misspelt one was probably meant to be.</summary>
public static class Spelling
{
    /// <summary>The nearest candidate within a third of the word's length (at least one edit), or null; ties go to the first in ordinal order.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        int limit = Math.Max(1, word.Length / 3);
        string? best = null;
        int bestDistance = limit + 1;
        foreach (string candidate in candidates)
        {
            int distance = Distance(word, candidate, bestDistance);
            bool earlier = distance == bestDistance && best is not null && string.CompareOrdinal(candidate, best) < 0;
            if (distance < bestDistance || earlier)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>"did you mean `x`?", or null where nothing is near.</summary>
    public static string? DidYouMean(string word, IEnumerable<string> candidates) =>
        Nearest(word, candidates) is { } name ? $"did you mean `{name}`?" : null;

    /// <summary>Edits (insert, delete, replace, swap of neighbours; case does not count) from one word to the other, or <paramref name="limit"/> + 1 where it takes more.</summary>
    private static int Distance(string from, string to, int limit)
    {
        if (Math.Abs(from.Length - to.Length) > limit)
        {
            return limit + 1;
        }

        int[] beforeLast = new int[to.Length + 1];
        int[] last = [.. Enumerable.Range(0, to.Length + 1)];
        int[] current = new int[to.Length + 1];
        for (int i = 1; i <= from.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int cost = Same(from[i - 1], to[j - 1]) ? 0 : 1;
                int edits = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
                bool swapped = i > 1 && j > 1 && Same(from[i - 1], to[j - 2]) && Same(from[i - 2], to[j - 1]);
                current[j] = swapped ? Math.Min(edits, beforeLast[j - 2] + 1) : edits;
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[to.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
