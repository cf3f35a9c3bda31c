using System.Text;

namespace Deck.Models.Postgres.Sessions;

/// <summary>Passes CSV text on and counts its records as `COPY` does: a line break outside quotes ends one. (Npgsql drops the server's own count.)</summary>
internal sealed class CsvRecordCounter(TextWriter target) : TextWriter
{
    private long ended;
    private bool quoted;
    private bool inRecord;
    private bool afterReturn;

    public override Encoding Encoding => target.Encoding;

    public long Records => ended + (inRecord ? 1 : 0);

    public override void Write(char value)
    {
        Count([value]);
        target.Write(value);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Count(buffer);
        target.Write(buffer);
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override Task WriteAsync(char value)
    {
        Count([value]);
        return target.WriteAsync(value);
    }

    public override Task WriteAsync(string? value) => WriteAsync(value.AsMemory(), CancellationToken.None);

    public override Task WriteAsync(char[] buffer, int index, int count) => WriteAsync(buffer.AsMemory(index, count), CancellationToken.None);

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        Count(buffer.Span);
        return target.WriteAsync(buffer, cancellationToken);
    }

    public override async Task WriteLineAsync(string? value)
    {
        await WriteAsync(value).ConfigureAwait(false);
        await WriteAsync('\n').ConfigureAwait(false);
    }

    public override void WriteLine(string? value)
    {
        Write(value);
        Write('\n');
    }

    public override void Flush() => target.Flush();

    public override Task FlushAsync() => target.FlushAsync();

    private void Count(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            bool breaks = !quoted && (c is '\n' or '\r');
            bool secondHalf = c == '\n' && afterReturn;
            ended += breaks && !secondHalf ? 1 : 0;
            quoted ^= c == '"';
            inRecord = !breaks;
            afterReturn = breaks && c == '\r';
        }
    }
}
