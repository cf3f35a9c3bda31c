using System.Collections.Immutable;

namespace Deck.Models.Engine.Execution;

/// <summary>What one statement returned; values are PostgreSQL's own text form, null for NULL.</summary>
public sealed class QueryResult
{
    public QueryResult(ImmutableArray<QueryColumn> columns, IReadOnlyList<string?[]> rows, string commandTag)
    {
        Columns = columns;
        Rows = rows;
        CommandTag = commandTag;
    }

    public ImmutableArray<QueryColumn> Columns { get; }

    /// <summary>Rows in order, each as long as <see cref="Columns"/>.</summary>
    public IReadOnlyList<string?[]> Rows { get; }

    /// <summary>The server's tag, such as `SELECT 3`, `INSERT 0 5` or `CREATE VIEW`.</summary>
    public string CommandTag { get; }

    /// <summary>Rows that the tag counts, or null where it counts none.</summary>
    public long? RowsAffected => long.TryParse(CommandTag.AsSpan(CommandTag.LastIndexOf(' ') + 1), out long rows) ? rows : null;

    /// <summary>The answer to an insert that others belong to: its tag counts their rows as well.</summary>
    public QueryResult Counting(IEnumerable<QueryResult> others) => new(Columns, Rows, $"INSERT 0 {others.Append(this).Sum(r => r.RowsAffected ?? 0)}");
}
