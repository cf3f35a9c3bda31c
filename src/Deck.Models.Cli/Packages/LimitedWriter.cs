namespace Deck.Models.Cli.Packages;

/// <summary>A stream that is written up to a limit; it disposes the stream.</summary>
internal sealed class LimitedWriter(Stream target, long limit) : IAsyncDisposable
{
    public long Limit => limit;

    public long Written { get; private set; }

    /// <summary>False, with nothing written, where the bytes would exceed the limit.</summary>
    public async ValueTask<bool> TryWriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (Written + bytes.Length > limit)
        {
            return false;
        }

        await target.WriteAsync(bytes, cancellation);
        Written += bytes.Length;
        return true;
    }

    public ValueTask DisposeAsync() => target.DisposeAsync();
}
