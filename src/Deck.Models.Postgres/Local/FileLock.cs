namespace Deck.Models.Postgres.Local;

/// <summary>A lock on a file (`flock`), alone or together with others; the kernel lets go of it when its process ends, however it ends.</summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly FileStream file;

    private FileLock(FileStream file) => this.file = file;

    /// <summary>Null where others hold it. .NET takes `flock` exclusively for <see cref="FileShare.None"/> and shared for <see cref="FileShare.Read"/>.</summary>
    public static FileLock? TryAlone(string path) => TryOpen(path, FileAccess.ReadWrite, FileShare.None);

    public static FileLock? TryShared(string path) => TryOpen(path, FileAccess.Read, FileShare.Read);

    public static Task<FileLock> AloneAsync(string path, TimeProvider time, CancellationToken cancellation) => WaitAsync(() => TryAlone(path), time, cancellation);

    public static Task<FileLock> SharedAsync(string path, TimeProvider time, CancellationToken cancellation) => WaitAsync(() => TryShared(path), time, cancellation);

    public void Dispose() => file.Dispose();

    private static async Task<FileLock> WaitAsync(Func<FileLock?> attempt, TimeProvider time, CancellationToken cancellation)
    {
        while (true)
        {
            if (attempt() is { } taken)
            {
                return taken;
            }

            await Task.Delay(Pause, time, cancellation).ConfigureAwait(false);
        }
    }

    private static FileLock? TryOpen(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new FileLock(new FileStream(path, FileMode.OpenOrCreate, access, share));
        }
        catch (IOException failure) when (failure is not DirectoryNotFoundException and not FileNotFoundException)
        {
            return null;
        }
    }
}
