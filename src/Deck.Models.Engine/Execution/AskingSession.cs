using Deck.Models.Engine.Execution.Sql;
using Deck.Models.Engine.Planning;

namespace Deck.Models.Engine.Execution;

/// <summary>A session of a command that asks: where its connection is lost, the question goes out again over a new one, as often as the profile's `retries` says.</summary>
/// <remarks>For batches that change nothing, or the same however often they are sent; of a template's queries nobody knows that, so they have <see cref="RenderAsync"/>.</remarks>
public sealed class AskingSession : IDatabaseSession
{
    private readonly IDatabase database;
    private readonly RetryPolicy policy;
    private IDatabaseSession current;
    private QueryComment comment = QueryComment.None;
    private bool isLost;
    private bool hasEffect;

    private AskingSession(IDatabase database, RetryPolicy policy, IDatabaseSession first)
    {
        this.database = database;
        this.policy = policy;
        current = first;
    }

    public int ProcessId => current.ProcessId;

    /// <exception cref="DatabaseException">The server cannot be reached or refuses.</exception>
    public static async Task<AskingSession> OpenAsync(IDatabase database, RetryPolicy policy, CancellationToken cancellation) =>
        new(database, policy, await database.OpenSessionAsync(cancellation).ConfigureAwait(false));

    /// <summary>The connection itself, for another use; this session must not be used after that.</summary>
    public IDatabaseSession Leave() => current;

    public void Annotate(QueryComment comment)
    {
        this.comment = comment;
        current.Annotate(comment);
    }

    public Task<IReadOnlyList<QueryResult>> ExecuteAsync(SqlBatch batch, CancellationToken cancellation) =>
        policy.RunAsync(() => AskAsync(session => session.ExecuteAsync(batch, cancellation), cancellation), cancellation);

    public IAsyncEnumerable<BatchAnswer> ExecuteEachAsync(IReadOnlyList<AnnotatedBatch> batches, CancellationToken cancellation) => current.ExecuteEachAsync(batches, cancellation);

    public Task<Catalog> ReadCatalogAsync(IReadOnlyCollection<string> schemas, CancellationToken cancellation) =>
        policy.RunAsync(() => AskAsync(session => session.ReadCatalogAsync(schemas, cancellation), cancellation), cancellation);

    public Task<long> CopyAsync(string copyStatement, Func<Stream, CancellationToken, Task<long>> writeRows, CancellationToken cancellation) =>
        current.CopyAsync(copyStatement, writeRows, cancellation);

    public QueryResult Query(string sql, CancellationToken cancellation)
    {
        hasEffect |= !ReadOnlyText.Is(sql);
        try
        {
            return current.Query(sql, cancellation);
        }
        catch (DatabaseException failure)
        {
            isLost = failure.Error.LostProcess is not null;
            throw;
        }
    }

    /// <summary>Renders templates that query over this session, and again where a query was lost and none can have changed anything.</summary>
    public async Task<T> RenderAsync<T>(Func<T> render, CancellationToken cancellation)
    {
        T rendered = render();
        for (int failures = 1; isLost && !hasEffect && failures <= policy.Retries; failures++)
        {
            await policy.WaitAsync(failures, cancellation).ConfigureAwait(false);
            await ConnectAsync(cancellation).ConfigureAwait(false);
            rendered = render();
        }

        return rendered;
    }

    public ValueTask DisposeAsync() => current.DisposeAsync();

    private async Task<T> AskAsync<T>(Func<IDatabaseSession, Task<T>> question, CancellationToken cancellation)
    {
        if (isLost)
        {
            await ConnectAsync(cancellation).ConfigureAwait(false);
        }

        try
        {
            return await question(current).ConfigureAwait(false);
        }
        catch (DatabaseException failure)
        {
            isLost = failure.Error.LostProcess is not null;
            throw;
        }
    }

    private async Task ConnectAsync(CancellationToken cancellation)
    {
        await current.DisposeAsync().ConfigureAwait(false);
        current = await database.OpenSessionAsync(cancellation).ConfigureAwait(false);
        current.Annotate(comment);
        isLost = false;
    }
}
