namespace Deck.Models.Engine.Execution;

/// <summary>Passes over the pieces of SQL in which a semicolon means nothing.</summary>
internal static class SqlSkip
{
    public static bool IsComment(string sql, int at) => Starts(sql, at, "--") || Starts(sql, at, "/*");

    /// <summary>The offset after the quoted piece or comment that starts here, or after one character. An unclosed piece ends with the text.</summary>
    public static int Past(string sql, int at) => sql[at] switch
    {
        '\'' => PastQuote(sql, at, IsEscapeString(sql, at)),
        '"' => PastQuote(sql, at, false),
        '$' => PastDollarQuote(sql, at),
        '-' when Starts(sql, at, "--") => PastText(sql, at, "\n"),
        '/' when Starts(sql, at, "/*") => PastBlockComment(sql, at),
        _ => at + 1,
    };

    private static bool Starts(string sql, int at, string text) => string.CompareOrdinal(sql, at, text, 0, text.Length) == 0;

    private static int PastText(string sql, int at, string text)
    {
        int end = sql.IndexOf(text, at, StringComparison.Ordinal);
        return end < 0 ? sql.Length : end + text.Length;
    }

    /// <summary>`E'…'`, in which a backslash escapes the quote.</summary>
    private static bool IsEscapeString(string sql, int at) => at > 0 && sql[at - 1] is 'e' or 'E' && (at < 2 || !IsWord(sql[at - 2]));

    private static int PastQuote(string sql, int at, bool escapes)
    {
        char quote = sql[at];
        for (int i = at + 1; i < sql.Length; i++)
        {
            if (escapes && sql[i] == '\\')
            {
                i++;
            }
            else if (sql[i] == quote)
            {
                return i + 1;
            }
        }

        return sql.Length;
    }

    private static int PastDollarQuote(string sql, int at)
    {
        int end = at + 1;
        while (end < sql.Length && IsWord(sql[end]))
        {
            end++;
        }

        bool opens = end < sql.Length && sql[end] == '$' && (at == 0 || !IsWord(sql[at - 1])) && !(end > at + 1 && char.IsAsciiDigit(sql[at + 1]));
        return opens ? PastText(sql, end + 1, sql[at..(end + 1)]) : at + 1;
    }

    private static int PastBlockComment(string sql, int at)
    {
        int depth = 0;
        for (int i = at; i < sql.Length; i++)
        {
            depth += Starts(sql, i, "/*") ? 1 : Starts(sql, i, "*/") ? -1 : 0;
            i += Starts(sql, i, "/*") || Starts(sql, i, "*/") ? 1 : 0;
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return sql.Length;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
