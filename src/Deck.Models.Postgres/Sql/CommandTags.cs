using Deck.Models.Engine.Execution.Sql;
using Npgsql;

namespace Deck.Models.Postgres.Sql;

/// <summary>The server's command tag, put together from what Npgsql keeps of it and the statement's first words.</summary>
internal static class CommandTags
{
    private static readonly HashSet<string> Filler = new(StringComparer.OrdinalIgnoreCase)
    {
        "or", "replace", "global", "local", "temporary", "temp", "unlogged", "recursive", "unique", "constraint", "trusted", "procedural", "default",
    };

    private static readonly HashSet<string> TakesObject = new(StringComparer.OrdinalIgnoreCase) { "create", "drop", "alter", "refresh", "reindex", "security", "lock", "truncate", "comment" };

    public static string Of(NpgsqlBatchCommand command) => command.StatementType switch
    {
        StatementType.Select or StatementType.CreateTableAs => $"SELECT {command.Rows}",
        StatementType.Insert => $"INSERT 0 {command.Rows}",
        StatementType.Delete => $"DELETE {command.Rows}",
        StatementType.Update => $"UPDATE {command.Rows}",
        StatementType.Merge => $"MERGE {command.Rows}",
        StatementType.Fetch => $"FETCH {command.Rows}",
        StatementType.Move => $"MOVE {command.Rows}",
        StatementType.Copy => $"COPY {command.Rows}",
        StatementType.Call => "CALL",
        _ => FromText(command.CommandText),
    };

    private static string FromText(string sql)
    {
        string[] words = [.. SqlScanner.Scan(sql).TakeWhile(t => t.Kind == SqlTokenKind.Word).Take(8).Select(t => sql.Substring(t.Span.Start, t.Span.Length).ToUpperInvariant())];
        if (words.Length == 0)
        {
            return "";
        }

        if (!TakesObject.Contains(words[0]))
        {
            return words[0] == "END" ? "COMMIT" : words[0] == "ABORT" ? "ROLLBACK" : words is ["START", "TRANSACTION", ..] ? "START TRANSACTION" : words[0];
        }

        string[] objects = [.. words.Skip(1).SkipWhile(Filler.Contains)];
        int length = objects is ["MATERIALIZED", "VIEW", ..] or ["FOREIGN", "TABLE", ..] or ["EVENT", "TRIGGER", ..] ? 2 : 1;
        return words[0] is "LOCK" or "TRUNCATE" ? $"{words[0]} TABLE" : words[0] == "COMMENT" ? words[0] : string.Join(' ', [words[0], .. objects.Take(length)]);
    }
}
