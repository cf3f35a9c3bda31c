namespace Deck.Models.Engine.Execution;

/// <summary>Opens sessions, trying again as often as the profile's `retries` says where the failure may pass.</summary>
internal sealed class SessionOpener(IDatabase database, int retries, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task<IDatabaseSession> OpenAsync(CancellationToken cancellation)
    {
        for (int left = retries; ; left--)
        {
            try
            {
                return await database.OpenSessionAsync(cancellation).ConfigureAwait(false);
            }
            catch (DatabaseException failure) when (failure.Error.IsTransient && left > 0)
            {
                await Task.Delay(Pause, clock, cancellation).ConfigureAwait(false);
            }
        }
    }
}
