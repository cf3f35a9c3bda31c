namespace Deck.Models.Engine.Execution;

/// <summary>A database error on its way to the node that caused it; wrapped once, at the Postgres boundary.</summary>
public sealed class DatabaseException(DatabaseError error, Exception? inner = null) : Exception(error.Message, inner)
{
    public DatabaseError Error { get; } = error;
}
