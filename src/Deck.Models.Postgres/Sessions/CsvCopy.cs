using Deck.Models.Engine.Planning.Statements;
using Npgsql;

namespace Deck.Models.Postgres.Sessions;

/// <summary>`COPY … FROM STDIN (FORMAT csv)`: all rows or, after any failure, none.</summary>
internal static class CsvCopy
{
    public static async Task<long> RunAsync(
        NpgsqlConnection connection, string copyStatement, Func<Stream, CancellationToken, Task<long>> writeRows, CancellationToken cancellation)
    {
        NpgsqlCopyTextWriter target = await connection.BeginTextImportAsync(copyStatement, cancellation).ConfigureAwait(false);
        bool written = false;
        long rows;
        try
        {
            rows = await writeRows(target.BaseStream, cancellation).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            written = true;
        }
        finally
        {
            if (!written)
            {
                await CancelAsync(target).ConfigureAwait(false);
            }
        }

        await EndAsync(target, connection, cancellation).ConfigureAwait(false);
        return rows;
    }

    private static async Task CancelAsync(NpgsqlCopyTextWriter target)
    {
        try
        {
            await target.CancelAsync().ConfigureAwait(false);
        }
        catch (NpgsqlException)
        {
            // The failure that led here is the one to report.
        }
    }

    /// <summary>Disposing the stream ends the copy, and is where the server reports what it did not like. Npgsql takes no token for that, and the writer's own disposal would block.</summary>
    private static async Task EndAsync(NpgsqlCopyTextWriter target, NpgsqlConnection connection, CancellationToken cancellation)
    {
        Task ended = target.BaseStream.DisposeAsync().AsTask();
        await ended.WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!ended.IsCompleted)
        {
            // A cancel would not do: a server that still waits for the end of the rows heeds none.
            await Beside.SendAsync(connection, (lost, current) => LostProcess.End(lost, current, null)).ConfigureAwait(false);
        }

        await ended.ConfigureAwait(false);
    }
}
