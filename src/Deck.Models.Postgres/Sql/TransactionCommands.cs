using Deck.Models.Engine.Execution.Sql;

namespace Deck.Models.Postgres.Sql;

/// <summary>Recognises the statements that open and close a transaction block.</summary>
internal static class TransactionCommands
{
    /// <summary>True where the statement opens a block, false where it closes one, null where it does neither.</summary>
    public static bool? Effect(string sql)
    {
        string[] words = WordsOf(sql, 4);
        return words switch
        {
            ["begin", ..] or ["start", "transaction", ..] => true,
            ["rollback", "to", ..] or ["rollback", "work" or "transaction", "to", ..] => null,
            ["commit" or "rollback", "prepared", ..] => null,
            ["prepare", "transaction", ..] => false,
            ["commit" or "end" or "rollback" or "abort", ..] => words.Contains("chain") && !words.Contains("no"),
            _ => null,
        };
    }

    /// <summary>True for statements that may close transactions of their own while they run, where none is open around them.</summary>
    public static bool MayCommitWithin(string sql) => WordsOf(sql, 1) is ["call" or "do"];

    private static string[] WordsOf(string sql, int count) =>
        [.. SqlScanner.Scan(sql).Take(count).Select(t => sql.Substring(t.Span.Start, t.Span.Length).ToLowerInvariant())];
}
