using Deck.Models.Text;

namespace Deck.Models.Engine.Execution.Sql;

/// <summary>Reads SQL text token by token, leaving out blanks and comments; whatever is not closed ends with the text.</summary>
public static class SqlScanner
{
    public static IEnumerable<SqlToken> Scan(string sql)
    {
        int at = 0;
        while (at < sql.Length)
        {
            int start = at;
            char c = sql[at];
            char next = at + 1 < sql.Length ? sql[at + 1] : '\0';
            if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (c == '-' && next == '-')
            {
                at = EndOfLine(sql, at);
            }
            else if (c == '/' && next == '*')
            {
                at = EndOfComment(sql, at);
            }
            else
            {
                (SqlTokenKind kind, at) = ReadToken(sql, at);
                yield return new SqlToken(kind, TextSpan.Between(start, at));
            }
        }
    }

    private static (SqlTokenKind Kind, int End) ReadToken(string sql, int at)
    {
        char c = sql[at];
        if (c is 'e' or 'E' && at + 1 < sql.Length && sql[at + 1] == '\'')
        {
            return (SqlTokenKind.Quoted, EndOfQuoted(sql, at + 1, escapes: true));
        }

        if (c is '\'' or '"')
        {
            return (SqlTokenKind.Quoted, EndOfQuoted(sql, at, escapes: false));
        }

        if (c == '$' && EndOfDollarQuoted(sql, at) is { } end)
        {
            return (SqlTokenKind.Quoted, end);
        }

        return IsWordPart(c) ? (SqlTokenKind.Word, EndOfWord(sql, at)) : (SqlTokenKind.Symbol, at + 1);
    }

    private static int EndOfLine(string sql, int at)
    {
        int end = sql.AsSpan(at).IndexOfAny('\n', '\r');
        return end < 0 ? sql.Length : at + end;
    }

    /// <summary>PostgreSQL's block comments nest.</summary>
    private static int EndOfComment(string sql, int at)
    {
        int depth = 0;
        while (at < sql.Length)
        {
            ReadOnlySpan<char> rest = sql.AsSpan(at);
            int step = rest.StartsWith("/*") ? 1 : rest.StartsWith("*/") ? -1 : 0;
            depth += step;
            at += step == 0 ? 1 : 2;
            if (depth == 0)
            {
                return at;
            }
        }

        return at;
    }

    private static int EndOfQuoted(string sql, int at, bool escapes)
    {
        char quote = sql[at];
        for (at++; at < sql.Length; at++)
        {
            if (escapes && sql[at] == '\\')
            {
                at++;
            }
            else if (sql[at] == quote)
            {
                bool doubled = at + 1 < sql.Length && sql[at + 1] == quote;
                if (!doubled)
                {
                    return at + 1;
                }

                at++;
            }
        }

        return sql.Length;
    }

    private static int? EndOfDollarQuoted(string sql, int at)
    {
        int tagEnd = at + 1;
        while (tagEnd < sql.Length && sql[tagEnd] != '$' && IsWordPart(sql[tagEnd]))
        {
            tagEnd++;
        }

        bool isTag = tagEnd < sql.Length && sql[tagEnd] == '$' && !char.IsAsciiDigit(sql[at + 1]);
        if (!isTag)
        {
            return null;
        }

        string tag = sql[at..(tagEnd + 1)];
        int close = sql.IndexOf(tag, tagEnd + 1, StringComparison.Ordinal);
        return close < 0 ? sql.Length : close + tag.Length;
    }

    private static int EndOfWord(string sql, int at)
    {
        while (at < sql.Length && IsWordPart(sql[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>`$` belongs to a word after its first character.</summary>
    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$' || c > '\x7f';
}
