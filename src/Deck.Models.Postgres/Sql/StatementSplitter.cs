using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Postgres.Sql;

/// <summary>Cuts SQL text at the semicolons that end statements, as psql does: the extended protocol takes one statement at a time.</summary>
/// <remarks>
/// Semicolons inside strings, quoted names, dollar quotes, comments, parentheses (`create rule`) and the body of a
/// SQL-standard function (`begin atomic … end`) do not count. Strings are read with standard_conforming_strings on.
/// </remarks>
public static class StatementSplitter
{
    /// <summary>The spans of the statements in order, without their semicolons and surrounding blanks; statements of comments only are left out.</summary>
    public static ImmutableArray<TextSpan> Split(string sql)
    {
        ImmutableArray<TextSpan>.Builder statements = ImmutableArray.CreateBuilder<TextSpan>();
        StatementNesting nesting = new();
        int start = -1;
        int end = 0;
        foreach (SqlToken token in SqlScanner.Scan(sql))
        {
            bool ends = token.Kind == SqlTokenKind.Symbol && sql[token.Span.Start] == ';' && nesting.IsOutermost;
            if (ends)
            {
                Add(statements, start, end);
                (start, nesting) = (-1, new StatementNesting());
                continue;
            }

            nesting.Enter(token, sql);
            start = start < 0 ? token.Span.Start : start;
            end = token.Span.End;
        }

        Add(statements, start, end);
        return statements.DrainToImmutable();
    }

    private static void Add(ImmutableArray<TextSpan>.Builder statements, int start, int end)
    {
        if (start >= 0)
        {
            statements.Add(TextSpan.Between(start, end));
        }
    }
}
