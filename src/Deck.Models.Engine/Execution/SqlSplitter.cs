using System.Collections.Immutable;

namespace Deck.Models.Engine.Execution;

/// <summary>Cuts SQL text at the semicolons between statements; strings, quoted names, dollar quotes and comments are passed over.</summary>
public static class SqlSplitter
{
    /// <summary>The statements in order; stretches of blanks and comments only are none.</summary>
    public static ImmutableArray<SqlFragment> Split(string sql)
    {
        ImmutableArray<SqlFragment>.Builder found = ImmutableArray.CreateBuilder<SqlFragment>();
        int start = 0;
        int position = 0;
        while (position < sql.Length)
        {
            if (sql[position] == ';')
            {
                Add(found, sql, start, position);
                start = ++position;
                continue;
            }

            position = SqlSkip.Past(sql, position);
        }

        Add(found, sql, start, sql.Length);
        return found.DrainToImmutable();
    }

    private static void Add(ImmutableArray<SqlFragment>.Builder found, string sql, int start, int end)
    {
        List<string> comment = [];
        int position = start;
        while (position < end)
        {
            int next = SqlSkip.Past(sql, position);
            if (SqlSkip.IsComment(sql, position))
            {
                comment.AddRange(WordsOf(sql[position..Math.Min(next, end)]));
            }
            else if (!char.IsWhiteSpace(sql[position]))
            {
                break;
            }

            position = next;
        }

        if (position < end)
        {
            string heading = string.Join(' ', comment);
            found.Add(new SqlFragment(heading.Length == 0 ? null : heading, sql[position..end].TrimEnd(), position));
        }
    }

    /// <summary>A comment's lines without its marks; rules such as `-----` and `=====` say nothing.</summary>
    private static IEnumerable<string> WordsOf(string comment) => comment
        .Split('\n')
        .Select(line => line.Trim().TrimStart('-', '/', '*').TrimEnd('-', '/', '*').Trim().Trim('=').Trim())
        .Where(line => line.Length > 0);
}
