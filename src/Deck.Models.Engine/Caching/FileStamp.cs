namespace Deck.Models.Engine.Caching;

/// <summary>What a file system says of a file without reading it. A file whose stamp is the same as before has not been written meanwhile.</summary>
/// <remarks>
/// The time of the last change to the file's inode cannot be set by programs, so that copies with an old date do not deceive it. Within one tick of the file system's
/// clock a file may change twice; that is why a stamp counts only once it is older than <see cref="IsSettled"/> says.
/// </remarks>
/// <param name="Size">In bytes.</param>
/// <param name="Modified">Nanoseconds since 1970 of the last change to the content.</param>
/// <param name="Changed">The same of the last change to the inode.</param>
/// <param name="Inode">Its number.</param>
public sealed record FileStamp(long Size, long Modified, long Changed, long Inode)
{
    /// <summary>Covers file systems that keep times by two seconds.</summary>
    private const long Slack = 3_000_000_000;

    private const long NanosecondsPerTick = 100;

    /// <summary>True where a later change would show, because the clock has gone on since the last one.</summary>
    /// <param name="now">When the stamp was taken, or earlier.</param>
    public bool IsSettled(DateTimeOffset now)
    {
        long time = (now - DateTimeOffset.UnixEpoch).Ticks * NanosecondsPerTick;
        return Math.Max(Modified, Changed) < time - Slack;
    }
}
