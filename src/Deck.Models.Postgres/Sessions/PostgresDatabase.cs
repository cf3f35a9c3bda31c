using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Loading;
using Deck.Models.Postgres.Errors;
using Deck.Models.Postgres.Results;
using Npgsql;

namespace Deck.Models.Postgres.Sessions;

/// <summary>A PostgreSQL database, reached as a profile's output says.</summary>
public sealed class PostgresDatabase : IDatabase
{
    private readonly NpgsqlDataSource source;
    private readonly TypeNames types = new();
    private readonly ConnectionProfile profile;
    private readonly TimeProvider time;

    private PostgresDatabase(NpgsqlDataSource source, ConnectionProfile profile, TimeProvider time)
    {
        this.source = source;
        this.profile = profile;
        this.time = time;
    }

    public string Name => profile.Database;

    /// <summary>Connects to nothing yet.</summary>
    /// <param name="local">Where the private server listens, for a profile with `server: local`.</param>
    /// <param name="time">Waits between attempts to connect.</param>
    public static PostgresDatabase Create(ConnectionProfile profile, LocalEndpoint? local, TimeProvider time) =>
        new(DataSources.Of(ConnectionStrings.Of(profile, local)), profile, time);

    /// <summary>Tries again after 1, 4, 9 … seconds, as often as the profile's `retries` says (dbt-postgres: `exponential_backoff`), where another try may help.</summary>
    public async Task<IDatabaseSession> OpenSessionAsync(CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await ConnectAsync(cancellation).ConfigureAwait(false);
            }
            catch (DatabaseException failure) when (failure.Error.IsTransient && attempt <= profile.Retries)
            {
                await Task.Delay(TimeSpan.FromSeconds((double)attempt * attempt), time, cancellation).ConfigureAwait(false);
            }
        }
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task<PostgresSession> ConnectAsync(CancellationToken cancellation)
    {
        NpgsqlConnection connection = source.CreateConnection();
        try
        {
            await connection.OpenAsync(cancellation).ConfigureAwait(false);
            string? role = await SetRoleAsync(connection, cancellation).ConfigureAwait(false);
            return new PostgresSession(connection, types) { OnBegin = role };
        }
        catch (Exception failure) when (DatabaseErrors.IsConnectFailure(failure))
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw DatabaseErrors.From(failure);
        }
        catch (Exception failure) when (failure is OperationCanceledException or DatabaseException)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Takes the profile's role for the session, or gives the statement that takes it in each transaction, where a pooler stands between: what a session keeps there, another client may inherit.</summary>
    private async Task<string?> SetRoleAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(profile.Role))
        {
            return null;
        }

        try
        {
            await using NpgsqlCommand command = new(RoleName.InSession(connection.ProcessID), connection) { Parameters = { new() { Value = RoleName.Of(profile.Role) } } };
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            await reader.ReadAsync(cancellation).ConfigureAwait(false);
            return reader.GetBoolean(1) ? RoleName.InTransaction(profile.Role) : null;
        }
        catch (PostgresException refusal)
        {
            DatabaseError error = DatabaseErrors.From(refusal).Error;
            throw new DatabaseException(error with { Connection = ConnectionFailure.SettingRefused }, refusal);
        }
    }
}
