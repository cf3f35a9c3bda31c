using Deck.Models.Engine.Execution.Sql;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Planning.Statements;

namespace Deck.Models.Engine.Execution;

/// <summary>A worker's session, which outlives its connections: after a loss it can be connected anew, and it remembers what failed.</summary>
internal sealed class WorkerSession : IDatabaseSession
{
    private readonly SessionOpener opener;
    private IDatabaseSession current;
    private QueryComment comment = QueryComment.None;
    private bool isOpen;
    private bool isClosed;

    private WorkerSession(SessionOpener opener, IDatabaseSession first)
    {
        this.opener = opener;
        current = first;
    }

    public int ProcessId => current.ProcessId;

    public RetryPolicy Policy => opener.Policy;

    /// <summary>What the last failed call since <see cref="Forget"/> met, also where a template made of it an error of its own.</summary>
    public DatabaseError? Failure { get; private set; }

    /// <summary>The server process of the last connection that was replaced, which is over by now; else null.</summary>
    public int? ReplacedProcess { get; private set; }

    /// <summary>True where a statement of a template may have changed something for good since <see cref="Forget"/>.</summary>
    public bool HasEffect { get; private set; }

    public static async Task<WorkerSession> OpenAsync(SessionOpener opener, CancellationToken cancellation) =>
        new(opener, await opener.OpenAsync(cancellation).ConfigureAwait(false));

    /// <summary>Begins a new attempt.</summary>
    public void Forget() => (Failure, HasEffect, isOpen) = (null, false, false);

    /// <summary>Takes a new connection in place of a lost one, and ends what the server may still be doing for the old.</summary>
    /// <exception cref="DatabaseException">The server cannot be reached.</exception>
    public async Task ReconnectAsync(DatabaseError lost, CancellationToken cancellation)
    {
        await DisposeAsync().ConfigureAwait(false);
        current = await opener.OpenAsync(cancellation).ConfigureAwait(false);
        isClosed = false;
        if (lost.LostProcess is { } process)
        {
            await current.ExecuteAsync(SqlBatch.Separate(LostProcess.End(process, current.ProcessId, lost.Undecided?.Id)), cancellation).ConfigureAwait(false);
        }

        current.Annotate(comment);
        ReplacedProcess = lost.LostProcess;
    }

    public void Annotate(QueryComment comment)
    {
        this.comment = comment;
        current.Annotate(comment);
    }

    public async Task<IReadOnlyList<QueryResult>> ExecuteAsync(SqlBatch batch, CancellationToken cancellation)
    {
        try
        {
            return await current.ExecuteAsync(batch, cancellation).ConfigureAwait(false);
        }
        catch (DatabaseException failure)
        {
            Failure = failure.Error;
            throw;
        }
    }

    public IAsyncEnumerable<BatchAnswer> ExecuteEachAsync(IReadOnlyList<AnnotatedBatch> batches, CancellationToken cancellation) => current.ExecuteEachAsync(batches, cancellation);

    public async Task<long> CopyAsync(string copyStatement, Func<Stream, CancellationToken, Task<long>> writeRows, CancellationToken cancellation)
    {
        try
        {
            return await current.CopyAsync(copyStatement, writeRows, cancellation).ConfigureAwait(false);
        }
        catch (DatabaseException failure)
        {
            Failure = failure.Error;
            throw;
        }
    }

    public Task<Catalog> ReadCatalogAsync(IReadOnlyCollection<string> schemas, CancellationToken cancellation) => current.ReadCatalogAsync(schemas, cancellation);

    public QueryResult Query(string sql, CancellationToken cancellation)
    {
        bool hasEffect = !isOpen && !ReadOnlyText.Is(sql);
        try
        {
            QueryResult result = current.Query(sql, cancellation);
            HasEffect |= hasEffect ? sql is not ("begin" or "rollback") : sql == "commit";
            isOpen = sql == "begin" || (isOpen && sql is not ("commit" or "rollback"));
            return result;
        }
        catch (DatabaseException failure)
        {
            Failure = hasEffect || isOpen ? failure.Error : failure.Error with { Undecided = null };
            isOpen = false;
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        bool wasClosed = isClosed;
        isClosed = true;
        return wasClosed ? ValueTask.CompletedTask : current.DisposeAsync();
    }
}
