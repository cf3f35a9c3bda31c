using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Planning;
using Deck.Models.Postgres.Local;
using Deck.Models.Postgres.Sessions;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Testing.Databases;

/// <summary>A server of a test's own that asks for passwords, with a `pg_hba.conf` of its own.</summary>
/// <remarks>Its roles: `keeper` with <see cref="Secret"/> for a password, `turned_away` whom it rejects, `nobody_else` who cannot log in.</remarks>
public sealed class PasswordServer : IAsyncDisposable
{
    public const string Secret = "right-Secret-1";

    private static readonly string[] Access =
    [
        $"local all {Cluster.Superuser} trust",
        "local all turned_away reject",
        "local all all scram-sha-256",
    ];

    private readonly LocalServerOptions options;
    private readonly LocalServerLease lease;

    private PasswordServer(LocalServerOptions options, LocalServerLease lease)
    {
        this.options = options;
        this.lease = lease;
    }

    public LocalEndpoint Endpoint => lease.Endpoint;

    public static async Task<PasswordServer> StartAsync()
    {
        LocalServerOptions options = PostgresFixture.OptionsFor(Path.Combine(Path.GetTempPath(), $"deck-{Guid.NewGuid():N}"));
        Checked<LocalServerLease> started = await LocalServer.StartAsync(options, null, CancellationToken.None);
        PasswordServer server = new(options, started.Value ?? throw new AssertionException(string.Join('\n', started.Diagnostics)));
        await File.WriteAllLinesAsync(Path.Combine(LocalServer.Status(options).Folder, "data", "pg_hba.conf"), Access);
        await using PostgresDatabase admin = PostgresDatabase.Create(TestProfiles.Local("postgres"), server.Endpoint, TimeProvider.System);
        await using IDatabaseSession session = await admin.OpenSessionAsync(CancellationToken.None);
        string[] setup = [$"create role keeper login password '{Secret}'", "create role turned_away login", "create role nobody_else", "select pg_reload_conf()"];
        await session.ExecuteAsync(SqlBatch.Separate(setup.Select(s => SqlStatement.Of(s))), CancellationToken.None);
        await server.WaitForAccessRulesAsync(session);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        string folder = LocalServer.Status(options).Folder;
        await lease.DisposeAsync();
        Assert.That((await LocalServer.DestroyAsync(options, CancellationToken.None)).HasErrors, Is.False);
        Directory.Delete(folder, recursive: true);
    }

    public ConnectionProfile Profile(string user, string password, string? role = null) => new()
    {
        ProfileName = "test", TargetName = "test", Type = "postgres", Host = Endpoint.SocketDirectory, Port = Endpoint.Port, User = user, Password = password,
        Database = "postgres", Schema = "public", Role = role, Retries = 0, Target = TestProfiles.Local("postgres").Target,
    };

    /// <summary>The error of opening a session, or null where it opens.</summary>
    public static async Task<DatabaseError?> TryAsync(ConnectionProfile profile)
    {
        await using PostgresDatabase database = PostgresDatabase.Create(profile, null, TimeProvider.System);
        try
        {
            await using IDatabaseSession session = await database.OpenSessionAsync(CancellationToken.None);
            return null;
        }
        catch (DatabaseException failure)
        {
            return failure.Error;
        }
    }

    /// <summary>The postmaster answers a reload in its own time.</summary>
    private async Task WaitForAccessRulesAsync(IDatabaseSession session)
    {
        DateTimeOffset latest = TimeProvider.System.GetUtcNow().Add(TestDatabase.Patience);
        while (await TryAsync(Profile("turned_away", "")) is null)
        {
            Assert.That(TimeProvider.System.GetUtcNow(), Is.LessThan(latest), "pg_hba.conf is not in force");
            await Task.Delay(20);
        }

        Assert.That(session.Query("select count(*) from pg_hba_file_rules where error is not null", CancellationToken.None).Rows.Single()[0], Is.EqualTo("0"));
    }
}
