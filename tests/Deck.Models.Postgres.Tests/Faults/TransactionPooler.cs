using System.Runtime.CompilerServices;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Planning;

namespace Deck.Models.Postgres.Tests.Faults;

/// <summary>What a pooler in transaction mode makes of a database: every transaction meets another server process, and none has the number that the client was told.</summary>
internal sealed class TransactionPooler(IDatabase database) : IDatabase
{
    public string Name => database.Name;

    public async Task<IDatabaseSession> OpenSessionAsync(CancellationToken cancellation) => new Session(database, await database.OpenSessionAsync(cancellation));

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private sealed class Session(IDatabase database, IDatabaseSession first) : IDatabaseSession
    {
        private IDatabaseSession current = first;
        private QueryComment comment = QueryComment.None;
        private bool isOpen;

        public int ProcessId => -1;

        public void Annotate(QueryComment comment)
        {
            this.comment = comment;
            current.Annotate(comment);
        }

        public async Task<IReadOnlyList<QueryResult>> ExecuteAsync(SqlBatch batch, CancellationToken cancellation)
        {
            await NextAsync(batch.Extent is BatchExtent.Whole or BatchExtent.Begin or BatchExtent.Separate, cancellation);
            isOpen = batch.Extent is BatchExtent.Begin or BatchExtent.Continue;
            return await current.ExecuteAsync(batch, cancellation);
        }

        /// <summary>Each batch is a transaction of its own, so each meets another process.</summary>
        public async IAsyncEnumerable<BatchAnswer> ExecuteEachAsync(IReadOnlyList<AnnotatedBatch> batches, [EnumeratorCancellation] CancellationToken cancellation)
        {
            foreach (AnnotatedBatch batch in batches)
            {
                await NextAsync(begins: true, cancellation);
                await foreach (BatchAnswer answer in current.ExecuteEachAsync([batch], cancellation))
                {
                    yield return answer;
                }
            }
        }

        public Task<long> CopyAsync(string copyStatement, Func<Stream, CancellationToken, Task<long>> writeRows, CancellationToken cancellation) =>
            current.CopyAsync(copyStatement, writeRows, cancellation);

        public Task<Catalog> ReadCatalogAsync(IReadOnlyCollection<string> schemas, CancellationToken cancellation) => current.ReadCatalogAsync(schemas, cancellation);

        /// <summary>Without a transaction around it a query meets whatever process is there.</summary>
        public QueryResult Query(string sql, CancellationToken cancellation) => current.Query(sql, cancellation);

        public ValueTask DisposeAsync() => current.DisposeAsync();

        private async Task NextAsync(bool begins, CancellationToken cancellation)
        {
            if (begins && !isOpen)
            {
                await current.DisposeAsync();
                current = await database.OpenSessionAsync(cancellation);
                current.Annotate(comment);
            }
        }
    }
}
