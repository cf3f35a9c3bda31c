using System.Collections.Concurrent;

namespace Deck.Models.Engine.Execution;

/// <summary>A database whose sessions are opened ahead of their use, while something else is being done; closing it closes those that nobody took.</summary>
public sealed class SessionReserve(IDatabase database) : IDatabase
{
    private readonly ConcurrentQueue<Task<IDatabaseSession>> ready = new();

    public string Name => database.Name;

    /// <summary>Begins to open sessions; what goes wrong is heard by who takes them.</summary>
    public void Prepare(int count, CancellationToken cancellation)
    {
        for (int i = 0; i < count; i++)
        {
            ready.Enqueue(Task.Run(() => database.OpenSessionAsync(cancellation), cancellation));
        }
    }

    /// <summary>Keeps a session that has no state of its user's for the next one.</summary>
    public void Return(IDatabaseSession session) => ready.Enqueue(Task.FromResult(session));

    public Task<IDatabaseSession> OpenSessionAsync(CancellationToken cancellation) =>
        ready.TryDequeue(out Task<IDatabaseSession>? prepared) ? prepared : database.OpenSessionAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        while (ready.TryDequeue(out Task<IDatabaseSession>? prepared))
        {
            await ((Task)prepared).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (prepared.IsCompletedSuccessfully)
            {
                await (await prepared.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
            }
        }

        await database.DisposeAsync().ConfigureAwait(false);
    }
}
