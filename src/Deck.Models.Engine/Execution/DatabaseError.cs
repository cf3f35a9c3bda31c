namespace Deck.Models.Engine.Execution;

/// <summary>An error of the server or of the connection to it, with every field that helps.</summary>
public sealed record DatabaseError
{
    /// <summary>PostgreSQL's five-character code; `08…` for connection trouble found by the client.</summary>
    public required string SqlState { get; init; }

    public required string Message { get; init; }

    public string? Detail { get; init; }

    /// <summary>The server's own.</summary>
    public string? Hint { get; init; }

    /// <summary>What to do besides, where the error's own words leave that open.</summary>
    public string? Advice { get; init; }

    public string? Where { get; init; }

    /// <summary>Offset of the mistake in <see cref="Statement"/>, in UTF-16 code units from 0, or null where the server gives none.</summary>
    public int? Position { get; init; }

    /// <summary>The text of the statement that failed, and its place in the batch.</summary>
    public string? Statement { get; init; }

    public int StatementIndex { get; init; }

    public string? Schema { get; init; }

    public string? Table { get; init; }

    public string? Column { get; init; }

    public string? Constraint { get; init; }

    /// <summary>True where the same statement may succeed when sent again (lost connection, deadlock, serialization failure, shutdown).</summary>
    public bool IsTransient { get; init; }

    /// <summary>Set where the connection is the trouble and not the statement.</summary>
    public ConnectionFailure? Connection { get; init; }

    /// <summary>What became of the transaction that the error ended; where null, it was rolled back.</summary>
    public UndecidedTransaction? Undecided { get; init; }

    /// <summary>The server process of a connection that was lost, which may not know it yet; else null.</summary>
    public int? LostProcess { get; init; }
}
