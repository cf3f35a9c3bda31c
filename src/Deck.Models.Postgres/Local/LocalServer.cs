using Deck.Models.Postgres.Sessions;
using Deck.Models.Text;

namespace Deck.Models.Postgres.Local;

/// <summary>The embedded default database: a PostgreSQL cluster of the project's own, on a Unix socket only, started and stopped by who uses it.</summary>
public static class LocalServer
{
    /// <summary>Makes the cluster once, starts the server unless it runs, makes the database once, and waits until it answers.</summary>
    /// <param name="progress">Hears of what takes longer than a moment: the first initialisation.</param>
    public static async Task<Checked<LocalServerLease>> StartAsync(LocalServerOptions options, IProgress<string>? progress, CancellationToken cancellation)
    {
        if (!(await LocalServerSetup.FindAsync(options, cancellation).ConfigureAwait(false)).Succeeded(out LocalServerSetup? setup, out var troubles))
        {
            return Check.Failed<LocalServerLease>(troubles);
        }

        Cluster cluster = setup.Cluster;
        if (ClusterFolder.Open(cluster.Paths.Root) is { } unusable)
        {
            return Check.Failed<LocalServerLease>(unusable);
        }

        using FileLock change = await FileLock.AloneAsync(cluster.Paths.ChangeLock, options.Time, cancellation).ConfigureAwait(false);
        FileLock use = await FileLock.SharedAsync(cluster.Paths.UsersLock, options.Time, cancellation).ConfigureAwait(false);
        LocalServerLease? lease = null;
        try
        {
            Diagnostic? trouble = await BringUpAsync(setup, progress, cancellation).ConfigureAwait(false);
            PidFile? server = trouble is null ? cluster.FindRunning() : null;
            lease = server is null ? null : new LocalServerLease(cluster, setup.Binaries, use, server.Endpoint);
            return lease is not null ? Check.Ok(lease) : Check.Failed<LocalServerLease>(trouble ?? Diagnostic.Error(LocalServerCodes.StartFailed, "PostgreSQL ended right after its start"));
        }
        finally
        {
            if (lease is null)
            {
                use.Dispose();
            }
        }
    }

    /// <summary>Starts the server and lets it run on when nobody uses it, until <see cref="StopAsync"/>.</summary>
    public static async Task<Checked<LocalServerStatus>> KeepAsync(LocalServerOptions options, IProgress<string>? progress, CancellationToken cancellation)
    {
        Checked<LocalServerLease> started = await StartAsync(options, progress, cancellation).ConfigureAwait(false);
        if (!started.Succeeded(out LocalServerLease? lease))
        {
            return Check.Failed<LocalServerStatus>(started.Diagnostics);
        }

        ClusterPaths paths = PathsOf(options);
        await File.WriteAllTextAsync(paths.KeptMark, "", cancellation).ConfigureAwait(false);
        await lease.DisposeAsync().ConfigureAwait(false);
        return Check.Ok(Status(options));
    }

    public static LocalServerStatus Status(LocalServerOptions options)
    {
        ClusterPaths paths = PathsOf(options);
        Cluster cluster = new(paths, new ServerAccount((string?)null), options);
        PidFile? server = cluster.FindRunning();
        return new LocalServerStatus(paths.Root, cluster.Version, server?.ProcessId, server?.Endpoint, File.Exists(paths.KeptMark), IsInUse(paths));
    }

    /// <summary>Stops a kept server; one that a command is using stops when that command ends, and a diagnostic says so.</summary>
    public static Task<Checked<LocalServerStatus>> StopAsync(LocalServerOptions options, CancellationToken cancellation) =>
        WithStoppedAsync(options, _ => { }, cancellation);

    /// <summary>Stops the server and deletes its data.</summary>
    public static Task<Checked<LocalServerStatus>> DestroyAsync(LocalServerOptions options, CancellationToken cancellation) =>
        WithStoppedAsync(options, Delete, cancellation);

    /// <summary>How to open `psql` on a server that runs; from the server's own installation, or from PATH.</summary>
    public static async Task<Checked<PsqlCommand>> PsqlAsync(LocalServerOptions options, LocalEndpoint endpoint, CancellationToken cancellation)
    {
        if (!(await LocalServerSetup.FindAsync(options, cancellation).ConfigureAwait(false)).Succeeded(out LocalServerSetup? setup, out var troubles))
        {
            return Check.Failed<PsqlCommand>(troubles);
        }

        string beside = Path.Combine(setup.Binaries.Folder, "psql");
        string program = File.Exists(beside) ? beside : "psql";
        return Check.Ok(new PsqlCommand(program, ["-h", endpoint.SocketDirectory, "-p", $"{endpoint.Port}", "-U", endpoint.User, "-d", options.Database]));
    }

    private static ClusterPaths PathsOf(LocalServerOptions options) => ClusterPaths.Of(options, Environment.IsPrivilegedProcess);

    /// <summary>Asks under the lock, where it is free, so that the last user never takes the question for another user.</summary>
    private static bool IsInUse(ClusterPaths paths)
    {
        if (!File.Exists(paths.UsersLock))
        {
            return false;
        }

        using FileLock? change = FileLock.TryAlone(paths.ChangeLock);
        using FileLock? alone = change is null ? null : FileLock.TryAlone(paths.UsersLock);
        return alone is null;
    }

    private static async Task<Diagnostic?> BringUpAsync(LocalServerSetup setup, IProgress<string>? progress, CancellationToken cancellation)
    {
        Cluster cluster = setup.Cluster;
        if (cluster.FindRunning() is null && await PrepareFoldersAsync(cluster, cancellation).ConfigureAwait(false) is { } unusable)
        {
            return unusable;
        }

        if (!cluster.IsInitialised)
        {
            progress?.Report($"initialising a private PostgreSQL {setup.Binaries.Version} in {cluster.Paths.Root}");
            if (await cluster.InitialiseAsync(setup.Binaries, cancellation).ConfigureAwait(false) is { } trouble)
            {
                return trouble;
            }
        }

        if (cluster.FindRunning() is null && await cluster.StartAsync(setup.Binaries, cancellation).ConfigureAwait(false) is { } notStarted)
        {
            return notStarted;
        }

        return await ServerProbe.WaitAsync(cluster, cancellation).ConfigureAwait(false);
    }

    /// <summary>Under the lock, since a command before this one may have deleted the cluster, or made the folder and not yet given it away.</summary>
    private static async Task<Diagnostic?> PrepareFoldersAsync(Cluster cluster, CancellationToken cancellation) =>
        ClusterFolder.Open(cluster.Paths.SocketFolder) ?? await ClusterFolder.HandOverAsync(cluster.Paths, cluster.Account, cancellation).ConfigureAwait(false);

    private static async Task<Checked<LocalServerStatus>> WithStoppedAsync(LocalServerOptions options, Action<ClusterPaths> then, CancellationToken cancellation)
    {
        ClusterPaths paths = PathsOf(options);
        if (!Directory.Exists(paths.Root))
        {
            return Check.Ok(Status(options));
        }

        using (await FileLock.AloneAsync(paths.ChangeLock, options.Time, cancellation).ConfigureAwait(false))
        {
            File.Delete(paths.KeptMark);
            using FileLock? alone = FileLock.TryAlone(paths.UsersLock);
            if (alone is null)
            {
                return Check.Failed<LocalServerStatus>(
                    Diagnostic.Error(LocalServerCodes.InUse, "another command is using the private server").WithHint("it stops by itself when that command ends"));
            }

            Diagnostic? trouble = await StopRunningAsync(options, cancellation).ConfigureAwait(false);
            if (trouble is not null)
            {
                return Check.Failed<LocalServerStatus>(trouble);
            }

            then(paths);
        }

        return Check.Ok(Status(options));
    }

    private static async Task<Diagnostic?> StopRunningAsync(LocalServerOptions options, CancellationToken cancellation)
    {
        bool runs = new Cluster(PathsOf(options), new ServerAccount((string?)null), options).FindRunning() is not null;
        if (!runs)
        {
            return null;
        }

        return (await LocalServerSetup.FindAsync(options, cancellation).ConfigureAwait(false)).Succeeded(out LocalServerSetup? setup, out var troubles)
            ? await setup.Cluster.StopAsync(setup.Binaries, cancellation).ConfigureAwait(false)
            : troubles[0];
    }

    /// <summary>All but the lock files, which a command that waits has open.</summary>
    private static void Delete(ClusterPaths paths)
    {
        foreach (string folder in new[] { paths.Data, paths.NewData, paths.SocketFolder }.Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }

        File.Delete(paths.Log);
    }
}
