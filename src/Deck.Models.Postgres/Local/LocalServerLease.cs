using Deck.Models.Postgres.Sessions;

namespace Deck.Models.Postgres.Local;

/// <summary>The right to use the private server; the last lease to be given back stops it, unless it is kept.</summary>
/// <remarks>A process that is killed gives its leases back too: the kernel lets go of the lock. The server then runs on until the next command ends.</remarks>
public sealed class LocalServerLease : IAsyncDisposable
{
    private readonly Cluster cluster;
    private readonly PostgresBinaries binaries;
    private readonly FileLock use;
    private int givenBack;

    internal LocalServerLease(Cluster cluster, PostgresBinaries binaries, FileLock use, LocalEndpoint endpoint)
    {
        this.cluster = cluster;
        this.binaries = binaries;
        this.use = use;
        Endpoint = endpoint;
    }

    public LocalEndpoint Endpoint { get; }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref givenBack, 1) == 1)
        {
            return;
        }

        ClusterPaths paths = cluster.Paths;
        using FileLock change = await FileLock.AloneAsync(paths.ChangeLock, cluster.Options.Time, CancellationToken.None).ConfigureAwait(false);
        use.Dispose();
        using FileLock? last = File.Exists(paths.KeptMark) ? null : FileLock.TryAlone(paths.UsersLock);
        if (last is not null)
        {
            // A server that will not stop is found, and used, by the next command.
            await cluster.StopAsync(binaries, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
