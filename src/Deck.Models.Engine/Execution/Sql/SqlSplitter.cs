using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution.Sql;

/// <summary>Cuts an analysis into its statements, each with the comment above it as heading.</summary>
public static class SqlSplitter
{
    /// <summary>The statements in order; stretches of blanks and comments only are none.</summary>
    public static ImmutableArray<SqlFragment> Split(string sql)
    {
        ImmutableArray<SqlFragment>.Builder found = ImmutableArray.CreateBuilder<SqlFragment>();
        foreach ((int after, TextSpan span) in StatementSplitter.Find(sql))
        {
            string heading = string.Join(' ', WordsOf(sql[after..span.Start]));
            found.Add(new SqlFragment(heading.Length == 0 ? null : heading, sql[span.Start..span.End], span.Start));
        }

        return found.DrainToImmutable();
    }

    /// <summary>The lines of comments without their marks; rules such as `-----` and `=====` say nothing.</summary>
    private static IEnumerable<string> WordsOf(string comments) => comments
        .Split('\n')
        .Select(line => line.Trim().TrimStart('-', '/', '*').TrimEnd('-', '/', '*').Trim().Trim('=').Trim())
        .Where(line => line.Length > 0);
}
