using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Planning;
using Npgsql;

namespace Deck.Models.Postgres.Sessions;

/// <summary>Reaches the server process of a connection over another connection.</summary>
internal static class Beside
{
    /// <param name="statement">For the two processes: the connection's, and the one that is asked.</param>
    public static async Task SendAsync(NpgsqlConnection connection, Func<int, int, SqlStatement> statement)
    {
        try
        {
            await using NpgsqlConnection beside = (NpgsqlConnection)((ICloneable)connection).Clone();
            await beside.OpenAsync(CancellationToken.None).ConfigureAwait(false);
            await using NpgsqlBatch batch = CommandBatch.Of(QueryComment.None, SqlBatch.Separate(statement(connection.ProcessID, beside.ProcessID))).On(beside);
            await batch.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (NpgsqlException)
        {
            // Out of reach: what the connection itself does is awaited.
        }
    }
}
