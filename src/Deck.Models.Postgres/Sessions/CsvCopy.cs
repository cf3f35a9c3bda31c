using Npgsql;

namespace Deck.Models.Postgres.Sessions;

/// <summary>`COPY … FROM STDIN (FORMAT csv)`: all rows or, after any failure, none.</summary>
internal static class CsvCopy
{
    public static async Task<long> RunAsync(
        NpgsqlConnection connection, string copyStatement, Func<TextWriter, CancellationToken, Task> writeRows, CancellationToken cancellation)
    {
        NpgsqlCopyTextWriter target = await connection.BeginTextImportAsync(copyStatement, cancellation).ConfigureAwait(false);
        CsvRecordCounter counter = new(target);
        bool written = false;
        try
        {
            await writeRows(counter, cancellation).ConfigureAwait(false);
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

        // Disposing ends the copy, and is where the server reports what it did not like.
        await target.DisposeAsync().ConfigureAwait(false);
        return counter.Records;
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
}
