using Deck.Models.Engine.Planning;

namespace Deck.Models.Engine.Execution;

/// <summary>Opens the sessions of a run.</summary>
/// <param name="greeting">What every session begins with, or null.</param>
internal sealed class SessionOpener(IDatabase database, SqlStatement? greeting)
{
    public async Task<IDatabaseSession> OpenAsync(CancellationToken cancellation)
    {
        IDatabaseSession session = await database.OpenSessionAsync(cancellation).ConfigureAwait(false);
        if (greeting is null)
        {
            return session;
        }

        bool greeted = false;
        try
        {
            await session.ExecuteAsync(SqlBatch.Separate(greeting), cancellation).ConfigureAwait(false);
            greeted = true;
            return session;
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
