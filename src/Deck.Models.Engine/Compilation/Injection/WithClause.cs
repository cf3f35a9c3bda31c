namespace Deck.Models.Engine.Compilation.Injection;

/// <summary>The `with` that a query begins with.</summary>
/// <param name="Exists">True where the first word of the query is `with`.</param>
/// <param name="InsertAt">Where further queries go: behind `with` or `with recursive`, or before the first word where there is none.</param>
internal readonly record struct WithClause(bool Exists, int InsertAt)
{
    private const string With = "with";
    private const string Recursive = "recursive";

    /// <remarks>dbt looks for the keyword anywhere in the statement; `with ordinality` in a later place must not be taken for it.</remarks>
    public static WithClause Find(string sql)
    {
        int first = SkipBlank(sql, 0, skipComments: false);
        int word = SkipBlank(sql, 0, skipComments: true);
        if (!IsWord(sql, word, With))
        {
            return new WithClause(false, first);
        }

        int next = SkipBlank(sql, word + With.Length, skipComments: true);
        return new WithClause(true, IsWord(sql, next, Recursive) ? next + Recursive.Length : word + With.Length);
    }

    private static bool IsWord(string sql, int start, string word)
    {
        int end = start + word.Length;
        return end <= sql.Length
            && sql.AsSpan(start, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)
            && (end == sql.Length || !(char.IsLetterOrDigit(sql[end]) || sql[end] is '_' or '$'));
    }

    private static int SkipBlank(string sql, int start, bool skipComments)
    {
        int at = start;
        while (at < sql.Length)
        {
            if (char.IsWhiteSpace(sql[at]))
            {
                at++;
            }
            else if (skipComments && StartsWith(sql, at, "--"))
            {
                int end = sql.IndexOf('\n', at);
                at = end < 0 ? sql.Length : end + 1;
            }
            else if (skipComments && StartsWith(sql, at, "/*"))
            {
                at = EndOfBlockComment(sql, at);
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>PostgreSQL's block comments nest.</summary>
    private static int EndOfBlockComment(string sql, int start)
    {
        int depth = 0;
        int at = start;
        while (at < sql.Length)
        {
            int change = StartsWith(sql, at, "/*") ? 1 : StartsWith(sql, at, "*/") ? -1 : 0;
            depth += change;
            at += change == 0 ? 1 : 2;
            if (depth == 0)
            {
                return at;
            }
        }

        return sql.Length;
    }

    private static bool StartsWith(string sql, int at, string text) => string.CompareOrdinal(sql, at, text, 0, text.Length) == 0;
}
