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

    /// <summary>
    /// Sends whole batches in one exchange, each a transaction of its own: what the server refuses leaves the others alone. The answers come in order, as the server
    /// gives them, with the tags of the results and without their rows. No block (`begin`) is opened, so the statements must not need one.
    /// </summary>
    /// <exception cref="OperationCanceledException">What is still unanswered was cut short together with the session, or had not begun.</exception>
    IAsyncEnumerable<BatchAnswer> ExecuteEachAsync(IReadOnlyList<AnnotatedBatch> batches, CancellationToken cancellation);

    /// <summary>Streams rows into a table with `COPY … FROM STDIN (FORMAT csv)`; the callback writes CSV in UTF-8 and returns the row count.</summary>
    Task<long> CopyAsync(string copyStatement, Func<Stream, CancellationToken, Task<long>> writeRows, CancellationToken cancellation);

    /// <summary>Reads what exists in the given schemas, in one round trip.</summary>
    Task<Catalog> ReadCatalogAsync(IReadOnlyCollection<string> schemas, CancellationToken cancellation);
}
