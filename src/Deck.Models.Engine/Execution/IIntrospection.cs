namespace Deck.Models.Engine.Execution;

/// <summary>Queries from within rendering (port): synchronous, on the connection that the rendering worker owns.</summary>
public interface IIntrospection
{
    /// <summary>Runs SQL text (one or several statements) and returns the last result.</summary>
    /// <exception cref="DatabaseException">The server refused.</exception>
    QueryResult Query(string sql, CancellationToken cancellation);
}
