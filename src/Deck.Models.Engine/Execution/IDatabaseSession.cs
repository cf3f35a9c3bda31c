using Deck.Models.Engine.Planning;

namespace Deck.Models.Engine.Execution;

/// <summary>One connection, owned by one worker at a time (port).</summary>
public interface IDatabaseSession : IIntrospection, IAsyncDisposable
{
    /// <summary>Server process id, for cancelling and for naming holders of locks.</summary>
    int ProcessId { get; }

    /// <summary>Sends a comment with every statement from now on, those of templates too; error positions do not count it.</summary>
    void Annotate(QueryComment comment);

    /// <summary>Runs statements in as few round trips as the protocol allows; results come in statement order.</summary>
    /// <exception cref="DatabaseException">A statement failed; with <see cref="SqlBatch.InTransaction"/> nothing of the batch remains.</exception>
    Task<IReadOnlyList<QueryResult>> ExecuteAsync(SqlBatch batch, CancellationToken cancellation);

    /// <summary>Streams rows into a table with `COPY … FROM STDIN (FORMAT csv)`; the callback writes CSV in UTF-8 and returns the row count.</summary>
    Task<long> CopyAsync(string copyStatement, Func<Stream, CancellationToken, Task<long>> writeRows, CancellationToken cancellation);

    /// <summary>Reads what exists in the given schemas, in one round trip.</summary>
    Task<Catalog> ReadCatalogAsync(IReadOnlyCollection<string> schemas, CancellationToken cancellation);
}
