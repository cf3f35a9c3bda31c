using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Planning.Statements;

namespace Deck.Models.Engine.Execution;

/// <summary>Opens the sessions of a run.</summary>
/// <param name="greeting">What every session begins with, or null.</param>
internal sealed class SessionOpener(IDatabase database, SqlStatement? greeting, RetryPolicy policy)
{
    /// <summary>For what the sessions do.</summary>
    public RetryPolicy Policy => policy;

    /// <summary>A session that is lost while it is greeted is replaced; the database itself tries again to connect.</summary>
    public Task<IDatabaseSession> OpenAsync(CancellationToken cancellation) => policy.RunAsync(() => OpenOnceAsync(cancellation), cancellation);

    private async Task<IDatabaseSession> OpenOnceAsync(CancellationToken cancellation)
    {
        IDatabaseSession session = await database.OpenSessionAsync(cancellation).ConfigureAwait(false);
        if (greeting is null)
        {
            return session;
        }

        bool greeted = false;
        try
        {
            IReadOnlyList<QueryResult> answer = await session.ExecuteAsync(SqlBatch.Separate(BuiltRelations.To(greeting, session.ProcessId)), cancellation).ConfigureAwait(false);
            greeted = true;
            return answer is [{ Rows: [[.., "f"]] }] ? new PooledSession(session, BuiltRelations.Locally(greeting)) : session;
        }
        finally
        {
            if (!greeted)
            {
                await session.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
