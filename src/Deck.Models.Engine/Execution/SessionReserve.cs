using System.Collections.Concurrent;

namespace Deck.Models.Engine.Execution;

/// <summary>A database whose sessions are opened ahead of their use, while something else is being done; closing it closes those that nobody took.</summary>
public sealed class SessionReserve(IDatabase database) : IDatabase
{
    private readonly ConcurrentQueue<IDatabaseSession> returned = new();
    private readonly ConcurrentQueue<Task<IDatabaseSession>> prepared = new();

    public string Name => database.Name;

    /// <summary>Begins to open sessions; what goes wrong is heard by who takes them.</summary>
    public void Prepare(int count, CancellationToken cancellation)
    {
        for (int i = 0; i < count; i++)
        {
            prepared.Enqueue(Task.Run(() => database.OpenSessionAsync(cancellation), cancellation));
        }
    }

    /// <summary>Keeps a session that has no state of its user's for the next one.</summary>
    public void Return(IDatabaseSession session) => returned.Enqueue(session);

    /// <summary>An open session where there is one, or else the one that was begun first.</summary>
    public Task<IDatabaseSession> OpenSessionAsync(CancellationToken cancellation) =>
        returned.TryDequeue(out IDatabaseSession? open) ? Task.FromResult(open)
        : prepared.TryDequeue(out Task<IDatabaseSession>? opening) ? opening
        : database.OpenSessionAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        while (prepared.TryDequeue(out Task<IDatabaseSession>? opening))
        {
            await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (opening.IsCompletedSuccessfully)
            {
                Return(await opening.ConfigureAwait(false));
            }
        }

        while (returned.TryDequeue(out IDatabaseSession? open))
        {
            await open.DisposeAsync().ConfigureAwait(false);
        }

        await database.DisposeAsync().ConfigureAwait(false);
    }
}
