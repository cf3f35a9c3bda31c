using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution.Sql;

/// <summary>Cuts SQL text at the semicolons that end statements, as psql does: the extended protocol takes one statement at a time.</summary>
/// <remarks>
/// Semicolons inside strings, quoted names, dollar quotes, comments, parentheses (`create rule`) and the body of a
/// SQL-standard function (`begin atomic … end`) do not count. Strings are read with standard_conforming_strings on.
/// </remarks>
public static class StatementSplitter
{
    /// <summary>The spans of the statements in order, without their semicolons and surrounding blanks; statements of comments only are left out.</summary>
    public static ImmutableArray<TextSpan> Split(string sql) => [.. Find(sql).Select(s => s.Span)];

    /// <summary>The statements, each with the place behind the semicolon before it: what lies between is blank or comment.</summary>
    internal static IEnumerable<(int After, TextSpan Span)> Find(string sql)
    {
        StatementNesting nesting = new();
        int after = 0;
        int start = -1;
        int end = 0;
        foreach (SqlToken token in SqlScanner.Scan(sql))
        {
            bool ends = token.Kind == SqlTokenKind.Symbol && sql[token.Span.Start] == ';' && nesting.IsOutermost;
            if (!ends)
            {
                nesting.Enter(token, sql);
                start = start < 0 ? token.Span.Start : start;
                end = token.Span.End;
                continue;
            }

            if (start >= 0)
            {
                yield return (after, TextSpan.Between(start, end));
            }

            (after, start, nesting) = (token.Span.End, -1, new StatementNesting());
        }

        if (start >= 0)
        {
            yield return (after, TextSpan.Between(start, end));
        }
    }
}
