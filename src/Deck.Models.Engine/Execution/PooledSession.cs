using System.Runtime.CompilerServices;
using Deck.Models.Engine.Planning;

namespace Deck.Models.Engine.Execution;

/// <summary>A session behind a pooler, where each transaction may meet another server process: what it needs to know of the run is told in every transaction.</summary>
internal sealed class PooledSession(IDatabaseSession inner, SqlStatement prelude) : IDatabaseSession
{
    public int ProcessId => inner.ProcessId;

    public void Annotate(QueryComment comment) => inner.Annotate(comment);

    public async Task<IReadOnlyList<QueryResult>> ExecuteAsync(SqlBatch batch, CancellationToken cancellation)
    {
        if (batch.Extent is not (BatchExtent.Whole or BatchExtent.Begin))
        {
            return await inner.ExecuteAsync(batch, cancellation).ConfigureAwait(false);
        }

        try
        {
            IReadOnlyList<QueryResult> results = await inner.ExecuteAsync(Prepend(batch), cancellation).ConfigureAwait(false);
            return [.. results.Skip(1)];
        }
        catch (DatabaseException failure)
        {
            throw new DatabaseException(Shift(failure.Error), failure);
        }
    }

    public async IAsyncEnumerable<BatchAnswer> ExecuteEachAsync(IReadOnlyList<AnnotatedBatch> batches, [EnumeratorCancellation] CancellationToken cancellation)
    {
        AnnotatedBatch[] prepended = [.. batches.Select(b => b with { Batch = Prepend(b.Batch) })];
        await foreach (BatchAnswer answer in inner.ExecuteEachAsync(prepended, cancellation).ConfigureAwait(false))
        {
            yield return new BatchAnswer(answer.Results?.Skip(1).ToArray(), answer.Error is { } error ? Shift(error) : null);
        }
    }

    public Task<long> CopyAsync(string copyStatement, Func<Stream, CancellationToken, Task<long>> writeRows, CancellationToken cancellation) =>
        inner.CopyAsync(copyStatement, writeRows, cancellation);

    public Task<Catalog> ReadCatalogAsync(IReadOnlyCollection<string> schemas, CancellationToken cancellation) => inner.ReadCatalogAsync(schemas, cancellation);

    public QueryResult Query(string sql, CancellationToken cancellation) => inner.Query(sql, cancellation);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private SqlBatch Prepend(SqlBatch batch) => batch with { Statements = batch.Statements.Insert(0, prelude) };

    private static DatabaseError Shift(DatabaseError error) => error with { StatementIndex = error.StatementIndex - 1 };
}
