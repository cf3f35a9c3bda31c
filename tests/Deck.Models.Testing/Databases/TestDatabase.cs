using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Planning;
using Deck.Models.Postgres.Sessions;

namespace Deck.Models.Testing.Databases;

/// <summary>A database of a test's own.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly ConnectionProfile server;

    private TestDatabase(ConnectionProfile server, LocalEndpoint? endpoint, string name)
    {
        this.server = server;
        Endpoint = endpoint;
        Profile = ProfileFor(name);
        Database = PostgresDatabase.Create(Profile, endpoint, TimeProvider.System);
    }

    /// <summary>Null where a URL names the server.</summary>
    public LocalEndpoint? Endpoint { get; }

    public ConnectionProfile Profile { get; }

    public IDatabase Database { get; }

    public string Name => Profile.Database;

    public Task<IDatabaseSession> OpenSessionAsync() => Database.OpenSessionAsync(CancellationToken.None);

    /// <summary>Runs statements, each by itself, and returns the last one's rows.</summary>
    public async Task<IReadOnlyList<string?[]>> RunAsync(params string[] statements)
    {
        await using IDatabaseSession session = await OpenSessionAsync();
        IReadOnlyList<QueryResult> results = await session.ExecuteAsync(SqlBatch.Separate(statements.Select(s => SqlStatement.Of(s))), CancellationToken.None);
        return results[^1].Rows;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await OnServerAsync($"drop database if exists {Name} with (force)");
    }

    /// <param name="server">Where to make it, as whom, over which database.</param>
    public static async Task<TestDatabase> CreateAsync(ConnectionProfile server, LocalEndpoint? endpoint)
    {
        TestDatabase made = new(server, endpoint, $"deck_test_{Guid.NewGuid():N}");
        await made.OnServerAsync($"create database {made.Name}");
        return made;
    }

    private ConnectionProfile ProfileFor(string database) => server.IsLocal
        ? TestProfiles.Local(database)
        : TestProfiles.Remote(server.Host, server.Port, (server.User, server.Password), database);

    private async Task OnServerAsync(string statement)
    {
        await using PostgresDatabase admin = PostgresDatabase.Create(server, Endpoint, TimeProvider.System);
        await using IDatabaseSession session = await admin.OpenSessionAsync(CancellationToken.None);
        await session.ExecuteAsync(SqlBatch.Separate(SqlStatement.Of(statement)), CancellationToken.None);
    }
}
