using Deck.Models.Engine.Resolution;
using Deck.Models.Postgres.Errors;
using Deck.Models.Postgres.Sessions;
using Deck.Models.Text;
using Npgsql;

namespace Deck.Models.Postgres.Local;

/// <summary>Waits until a private server answers, and makes the wanted database where it is missing.</summary>
internal static class ServerProbe
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    /// <summary>Null when the database answers.</summary>
    public static async Task<Diagnostic?> WaitAsync(Cluster cluster, CancellationToken cancellation)
    {
        TimeProvider time = cluster.Options.Time;
        long started = time.GetTimestamp();
        while (cluster.FindRunning() is { } server)
        {
            NpgsqlException? refusal = await TryAsync(server.Endpoint, cluster.Options.Database, null, cancellation).ConfigureAwait(false);
            if (refusal is PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName })
            {
                refusal = await TryAsync(server.Endpoint, "postgres", $"create database {RelationName.Quote(cluster.Options.Database)}", cancellation).ConfigureAwait(false);
            }

            if (refusal is null or PostgresException { SqlState: PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation })
            {
                return null;
            }

            bool starting = refusal is not PostgresException || refusal.SqlState == PostgresErrorCodes.CannotConnectNow;
            if (!starting || time.GetElapsedTime(started) > cluster.Options.Patience)
            {
                return Diagnostic.Error(LocalServerCodes.DatabaseFailed, $"the private server does not offer the database `{cluster.Options.Database}`: {DatabaseErrors.From(refusal).Error.Message}");
            }

            await Task.Delay(Pause, time, cancellation).ConfigureAwait(false);
        }

        string log = LogTail.ReadFrom(cluster.Paths.Log, Math.Max(0, LogTail.LengthOf(cluster.Paths.Log) - 4096));
        return Diagnostic.Error(LocalServerCodes.StartFailed, $"PostgreSQL ended while starting: {LogTail.Summary(log)}").WithHint($"its log is `{cluster.Paths.Log}`");
    }

    private static async Task<NpgsqlException?> TryAsync(LocalEndpoint endpoint, string database, string? statement, CancellationToken cancellation)
    {
        NpgsqlConnectionStringBuilder settings = new()
        {
            Host = endpoint.SocketDirectory,
            Port = endpoint.Port,
            Username = endpoint.User,
            Database = database,
            Pooling = false,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        };
        try
        {
            await using NpgsqlDataSource source = DataSources.Of(settings);
            await using NpgsqlConnection connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            if (statement is not null)
            {
                await using NpgsqlCommand command = new(statement, connection);
                await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
            }

            return null;
        }
        catch (NpgsqlException refusal)
        {
            return refusal;
        }
    }
}
