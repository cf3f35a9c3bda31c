namespace Deck.Models.Engine.Execution;

/// <summary>What a batch came to: the results of its statements in order, or the error that ended it.</summary>
public sealed record BatchAnswer(IReadOnlyList<QueryResult>? Results, DatabaseError? Error)
{
    public static BatchAnswer Of(IReadOnlyList<QueryResult> results) => new(results, null);

    public static BatchAnswer Failed(DatabaseError error) => new(null, error);
}
