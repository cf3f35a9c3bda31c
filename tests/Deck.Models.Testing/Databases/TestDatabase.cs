using System.Diagnostics;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Planning;
using Deck.Models.Postgres.Sessions;
using NUnit.Framework;

namespace Deck.Models.Testing.Databases;

/// <summary>A database of a test's own.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>How long to wait for what must come: only a test that fails takes as long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

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

    /// <summary>The database by way of a proxy.</summary>
    /// <param name="user">Another one than the test's own.</param>
    /// <param name="role">The profile's.</param>
    public PostgresDatabase Through(CountingProxy proxy, string? user = null, string? role = null) => PostgresDatabase.Create(
        TestProfiles.Remote("127.0.0.1", proxy.Port, (user ?? Endpoint?.User ?? Profile.User, Profile.Password, role), Name), null, TimeProvider.System);

    public Task<IDatabaseSession> OpenSessionAsync() => Database.OpenSessionAsync(CancellationToken.None);

    /// <summary>Runs statements, each by itself, and returns the last one's rows.</summary>
    public async Task<IReadOnlyList<string?[]>> RunAsync(params string[] statements)
    {
        await using IDatabaseSession session = await OpenSessionAsync();
        IReadOnlyList<QueryResult> results = await session.ExecuteAsync(SqlBatch.Separate(statements.Select(s => SqlStatement.Of(s))), CancellationToken.None);
        return results[^1].Rows;
    }

    /// <summary>Looks until a session of the database is in a state, as a condition on `pg_stat_activity` says, or until the work that should lead there is over.</summary>
    public async Task UntilAsync(string condition, Task work)
    {
        await using IDatabaseSession session = await OpenSessionAsync();
        Stopwatch watch = Stopwatch.StartNew();
        while (!work.IsCompleted && !HasSession(session, condition))
        {
            Assert.That(watch.Elapsed, Is.LessThan(Patience), $"never came: {condition}");
        }
    }

    /// <summary>Looks until no session is left but the one that looks.</summary>
    public async Task UntilGoneAsync()
    {
        await using IDatabaseSession session = await OpenSessionAsync();
        Stopwatch watch = Stopwatch.StartNew();
        while (HasSession(session, "true"))
        {
            Assert.That(watch.Elapsed, Is.LessThan(Patience), "a session is left");
        }
    }

    /// <summary>Ends the sessions of the database for which a condition on `pg_stat_activity` holds, and waits until they are gone.</summary>
    public Task EndSessionsAsync(string condition) => RunAsync($"""
        do $$ declare
          there constant int[] := array(
            select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' and {condition});
        begin
          perform pg_terminate_backend(pid) from unnest(there) pid;
          while exists (select from pg_stat_activity where pid = any (there)) loop
            perform pg_stat_clear_snapshot();
          end loop;
        end $$
        """);

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

    private static bool HasSession(IDatabaseSession session, string condition) => session.Query(
        $"select exists (select from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid() and {condition})",
        CancellationToken.None).Rows[0][0] == "t";

    private ConnectionProfile ProfileFor(string database) => server.IsLocal
        ? TestProfiles.Local(database)
        : TestProfiles.Remote(server.Host, server.Port, (server.User, server.Password, null), database);

    private async Task OnServerAsync(string statement)
    {
        await using PostgresDatabase admin = PostgresDatabase.Create(server, Endpoint, TimeProvider.System);
        await using IDatabaseSession session = await admin.OpenSessionAsync(CancellationToken.None);
        await session.ExecuteAsync(SqlBatch.Separate(SqlStatement.Of(statement)), CancellationToken.None);
    }
}
