using Deck.Models.Text;

namespace Deck.Models.Postgres.Local;

/// <summary>One private server's data folder and the process that serves it; every change is made under <see cref="ClusterPaths.ChangeLock"/>.</summary>
internal sealed class Cluster(ClusterPaths paths, ServerAccount account, LocalServerOptions options)
{
    /// <summary>The role that `initdb` makes; the socket's folder is private, so it needs no password.</summary>
    public const string Superuser = "deckmodel";

    /// <summary>Between two looks at a server that starts or stops; it takes some 50 ms.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    public ClusterPaths Paths => paths;

    public ServerAccount Account => account;

    public LocalServerOptions Options => options;

    public bool IsInitialised => File.Exists(VersionFile);

    /// <summary>The major version that made the data folder: only the same one can serve it.</summary>
    public int? Version => IsInitialised && int.TryParse(File.ReadAllText(VersionFile).Trim(), out int version) ? version : null;

    private string VersionFile => Path.Combine(paths.Data, "PG_VERSION");

    /// <summary>The server that runs now, or null.</summary>
    public PidFile? FindRunning() => PidFile.TryRead(paths.PidFile) is { } pid && pid.IsAlive(paths.Data) ? pid : null;

    /// <summary>`initdb` into a folder beside the final one: a data folder is whole or not there.</summary>
    public async Task<Diagnostic?> InitialiseAsync(PostgresBinaries binaries, CancellationToken cancellation)
    {
        ProgramRun run = await InitdbAsync(binaries, "C.UTF-8", cancellation).ConfigureAwait(false);
        if (!run.Succeeded && run.Output.Contains("locale", StringComparison.OrdinalIgnoreCase))
        {
            run = await InitdbAsync(binaries, "C", cancellation).ConfigureAwait(false);
        }

        if (!run.Succeeded)
        {
            return Diagnostic.Error(LocalServerCodes.InitFailed, $"`initdb` could not make a cluster in `{paths.Root}`: {run.LastWords}");
        }

        await File.AppendAllTextAsync(Path.Combine(paths.NewData, "postgresql.conf"), $"\ninclude = '{ServerSettings.FileName}'\n", cancellation).ConfigureAwait(false);
        Directory.Move(paths.NewData, paths.Data);
        return null;
    }

    /// <summary>Starts the server and waits until its process is there; it may still be recovering then.</summary>
    public async Task<Diagnostic?> StartAsync(PostgresBinaries binaries, CancellationToken cancellation)
    {
        long started = options.Time.GetTimestamp();
        while (true)
        {
            RemoveStalePidFile();
            await WriteSettingsAsync(cancellation).ConfigureAwait(false);
            TrimLog();
            long logged = LogTail.LengthOf(paths.Log);
            string[] arguments = ["start", "--no-wait", "--silent", "-D", paths.Data, "-l", paths.Log];
            ProgramRun run = await ProgramRun.RunAsync(binaries.PgCtl, arguments, account, cancellation).ConfigureAwait(false);
            string? trouble = run.Succeeded ? await WaitForProcessAsync(logged, cancellation).ConfigureAwait(false) : run.Output;
            if (trouble is null)
            {
                return null;
            }

            // After a kill -9 of the server its children need a moment to notice.
            bool childrenLeft = trouble.Contains("pre-existing shared memory block", StringComparison.Ordinal);
            if (!childrenLeft || options.Time.GetElapsedTime(started) > options.Patience)
            {
                return Diagnostic.Error(LocalServerCodes.StartFailed, $"PostgreSQL did not start: {LogTail.Summary(trouble)}").WithHint($"its log is `{paths.Log}`");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), options.Time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Ends connections and writes everything to disk (`fast`), so that the next start needs no recovery.</summary>
    public async Task<Diagnostic?> StopAsync(PostgresBinaries binaries, CancellationToken cancellation)
    {
        if (FindRunning() is null)
        {
            return null;
        }

        string[] arguments = ["stop", "--no-wait", "--silent", "--mode=fast", "-D", paths.Data];
        ProgramRun run = await ProgramRun.RunAsync(binaries.PgCtl, arguments, account, cancellation).ConfigureAwait(false);
        long asked = options.Time.GetTimestamp();
        while (FindRunning() is { } running)
        {
            if (!run.Succeeded || options.Time.GetElapsedTime(asked) > options.Patience)
            {
                return Diagnostic.Error(LocalServerCodes.StopFailed, $"PostgreSQL (process {running.ProcessId}) did not stop: {run.LastWords}").WithHint($"its log is `{paths.Log}`");
            }

            await Task.Delay(Pause, options.Time, cancellation).ConfigureAwait(false);
        }

        return null;
    }

    private async Task WriteSettingsAsync(CancellationToken cancellation)
    {
        string file = Path.Combine(paths.Data, ServerSettings.FileName);
        await File.WriteAllTextAsync(file, ServerSettings.Of(paths), cancellation).ConfigureAwait(false);
        if (account.Name is not null && !OperatingSystem.IsWindows())
        {
            // Root's umask may be 077, and the server is not root.
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }
    }

    private Task<ProgramRun> InitdbAsync(PostgresBinaries binaries, string locale, CancellationToken cancellation)
    {
        if (Directory.Exists(paths.NewData))
        {
            Directory.Delete(paths.NewData, recursive: true);
        }

        string[] arguments = ["-D", paths.NewData, "-U", Superuser, "--auth=trust", "--encoding=UTF8", $"--locale={locale}", "--lc-messages=C"];
        return ProgramRun.RunAsync(binaries.Initdb, arguments, account, cancellation);
    }

    /// <summary>Null when the server is there, else what it logged before it gave up.</summary>
    private async Task<string?> WaitForProcessAsync(long logged, CancellationToken cancellation)
    {
        long started = options.Time.GetTimestamp();
        while (FindRunning() is null)
        {
            string log = LogTail.ReadFrom(paths.Log, logged);
            bool gaveUp = log.Contains("FATAL:", StringComparison.Ordinal) || log.Contains("PANIC:", StringComparison.Ordinal);
            if (gaveUp || options.Time.GetElapsedTime(started) > options.Patience)
            {
                return log.Length > 0 ? log : "it wrote no log";
            }

            await Task.Delay(Pause, options.Time, cancellation).ConfigureAwait(false);
        }

        return null;
    }

    /// <summary>PostgreSQL removes the file of a dead process by itself, but not one whose number another process of the account has got since.</summary>
    private void RemoveStalePidFile()
    {
        if (PidFile.TryRead(paths.PidFile) is { } stale && !stale.IsAlive(paths.Data) && stale.NumberIsTaken)
        {
            File.Delete(paths.PidFile);
        }
    }

    private void TrimLog()
    {
        const long Enough = 4 * 1024 * 1024;
        if (LogTail.LengthOf(paths.Log) > Enough)
        {
            File.Delete(paths.Log);
        }
    }
}
