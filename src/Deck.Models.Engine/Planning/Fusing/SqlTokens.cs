using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Engine.Planning.Fusing;

/// <summary>
/// A piece of SQL taken apart. What is read is closed: parentheses and quotes end in it, and it holds no comment, semicolon, `$` or
/// backslash, so that any stretch between two of its tokens of one depth means the same in another statement.
/// </summary>
internal sealed class SqlTokens
{
    private readonly string sql;
    private readonly List<SqlToken> tokens;

    private SqlTokens(string sql, List<SqlToken> tokens)
    {
        this.sql = sql;
        this.tokens = tokens;
    }

    public int Count => tokens.Count;

    public SqlToken this[int index] => tokens[index];

    public static bool TryRead(string sql, [NotNullWhen(true)] out SqlTokens? read)
    {
        List<SqlToken> tokens = [];
        int depth = 0;
        int at = 0;
        read = null;
        while (SkipBlank(sql, at) is var start && start < sql.Length)
        {
            at = EndOf(sql, start);
            depth -= sql[start] == ')' ? 1 : 0;
            if (at < 0 || depth < 0)
            {
                return false;
            }

            tokens.Add(new SqlToken(sql[start..at], start, depth));
            depth += sql[start] == '(' ? 1 : 0;
        }

        read = depth == 0 ? new SqlTokens(sql, tokens) : null;
        return read is not null;
    }

    public bool Is(int index, string text) => index >= 0 && index < Count && tokens[index].Is(text);

    /// <summary>The first place of a keyword at a depth, from a place on; -1 where there is none.</summary>
    public int Find(string keyword, int from, int depth = 0) => tokens.FindIndex(Math.Min(from, Count), t => t.Depth == depth && t.Is(keyword));

    public bool Any(int from, int to, Predicate<SqlToken> condition) => tokens.FindIndex(from, to - from, condition) >= 0;

    /// <summary>The text from one token to the one before another; empty where there is none between them.</summary>
    public string Between(int from, int to) => from < to ? sql[tokens[from].Start..tokens[to - 1].End] : "";

    /// <summary>True where both consist of the same tokens; blanks and the case of words do not count.</summary>
    public bool Reads(string expected)
    {
        if (!TryRead(expected, out SqlTokens? other) || other.Count != Count)
        {
            return false;
        }

        for (int i = 0; i < Count; i++)
        {
            if (!(tokens[i].IsWord ? other.Is(i, tokens[i].Text) : other[i].Text == tokens[i].Text))
            {
                return false;
            }
        }

        return true;
    }

    private static int SkipBlank(string sql, int at)
    {
        while (at < sql.Length && char.IsWhiteSpace(sql[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>The end of the token that begins here, or -1 where it is none that can stand in another statement.</summary>
    private static int EndOf(string sql, int start)
    {
        char first = sql[start];
        char next = start + 1 < sql.Length ? sql[start + 1] : '\0';
        if (first is '\'' or '"')
        {
            return EndOfQuoted(sql, start);
        }

        if (first is ';' or '$' or '\\' or '\0' || (first, next) is ('-', '-') or ('/', '*'))
        {
            return -1;
        }

        return char.IsLetterOrDigit(first) || first == '_' ? EndOfWord(sql, start) : start + 1;
    }

    /// <summary>A word right before a quote is the prefix of a literal with rules of its own, such as `E'…'`.</summary>
    private static int EndOfWord(string sql, int start)
    {
        int end = start;
        while (end < sql.Length && (char.IsLetterOrDigit(sql[end]) || sql[end] == '_' || (sql[end] == '.' && char.IsAsciiDigit(sql[start]))))
        {
            end++;
        }

        return end < sql.Length && sql[end] is '\'' or '"' or '$' or '&' ? -1 : end;
    }

    private static int EndOfQuoted(string sql, int start)
    {
        for (int at = start + 1; at < sql.Length; at++)
        {
            if (sql[at] == '\\')
            {
                return -1;
            }

            if (sql[at] == sql[start])
            {
                bool isDoubled = at + 1 < sql.Length && sql[at + 1] == sql[start];
                if (!isDoubled)
                {
                    return at + 1;
                }

                at++;
            }
        }

        return -1;
    }
}
