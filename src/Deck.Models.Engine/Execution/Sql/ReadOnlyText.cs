namespace Deck.Models.Engine.Execution.Sql;

/// <summary>Tells queries from statements that change something, by their words; what a function does in a query is not looked into.</summary>
internal static class ReadOnlyText
{
    private static readonly HashSet<string> Asks = new(StringComparer.OrdinalIgnoreCase) { "select", "with", "values", "table", "show" };

    private static readonly HashSet<string> Changes = new(StringComparer.OrdinalIgnoreCase) { "insert", "update", "delete", "merge", "into", "begin", "commit" };

    public static bool Is(string sql)
    {
        bool isFirst = true;
        foreach (SqlToken token in SqlScanner.Scan(sql).Where(t => t.Kind == SqlTokenKind.Word))
        {
            string word = sql.Substring(token.Span.Start, token.Span.Length);
            if (Changes.Contains(word) || (isFirst && !Asks.Contains(word)))
            {
                return false;
            }

            isFirst = false;
        }

        return !isFirst;
    }
}
