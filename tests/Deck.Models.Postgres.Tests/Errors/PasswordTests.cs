using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Planning;
using Deck.Models.Postgres.Errors;
using Deck.Models.Postgres.Local;
using Deck.Models.Postgres.Sessions;
using Deck.Models.Testing.Databases;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Errors;

/// <summary>A server that asks for passwords, with a `pg_hba.conf` of its own.</summary>
public sealed class PasswordTests
{
    private const string Secret = "right-Secret-1";

    private static readonly string[] Access =
    [
        $"local all {Cluster.Superuser} trust",
        "local all turned_away reject",
        "local all all scram-sha-256",
    ];

    private LocalServerOptions options = null!;
    private LocalServerLease lease = null!;

    [OneTimeSetUp]
    public async Task StartServer()
    {
        options = PostgresFixture.OptionsFor(Path.Combine(Path.GetTempPath(), $"deck-{Guid.NewGuid():N}"));
        Checked<LocalServerLease> started = await LocalServer.StartAsync(options, null, CancellationToken.None);
        lease = started.Value ?? throw new AssertionException(string.Join('\n', started.Diagnostics));
        await File.WriteAllLinesAsync(Path.Combine(LocalServer.Status(options).Folder, "data", "pg_hba.conf"), Access);

        await using PostgresDatabase admin = PostgresDatabase.Create(TestProfiles.Local("postgres"), lease.Endpoint, TimeProvider.System);
        await using IDatabaseSession session = await admin.OpenSessionAsync(CancellationToken.None);
        string[] setup = [$"create role keeper login password '{Secret}'", "create role turned_away login", "create role nobody_else", "select pg_reload_conf()"];
        await session.ExecuteAsync(SqlBatch.Separate(setup.Select(s => SqlStatement.Of(s))), CancellationToken.None);
        await WaitForAccessRulesAsync(session);
    }

    [OneTimeTearDown]
    public async Task DestroyServer()
    {
        string folder = LocalServer.Status(options).Folder;
        await lease.DisposeAsync();
        Assert.That((await LocalServer.DestroyAsync(options, CancellationToken.None)).HasErrors, Is.False);
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task The_right_password_opens_a_session()
    {
        await using PostgresDatabase database = PostgresDatabase.Create(Profile("keeper", Secret), null, TimeProvider.System);
        await using IDatabaseSession session = await database.OpenSessionAsync(CancellationToken.None);

        Assert.That(session.Query("select current_user::text", CancellationToken.None).Rows.Single(), Is.EqualTo(new[] { "keeper" }));
    }

    [Test]
    public async Task A_wrong_password_is_reported_and_never_shown()
    {
        string text = await FailAsync(Profile("keeper", "wrong-Secret-2"), ConnectionFailure.PasswordRejected);

        Assert.That(text, Does.Contain("DECK0455").And.Contain("refused the password of `keeper`").And.Not.Contain("Secret"));
    }

    [Test]
    public async Task A_role_that_does_not_exist_looks_like_a_wrong_password()
    {
        string text = await FailAsync(Profile("unheard_of", "wrong-Secret-2"), ConnectionFailure.PasswordRejected);

        Assert.That(text, Does.Contain("the server says the same where the role does not exist").And.Not.Contain("Secret"));
    }

    [Test]
    public async Task A_missing_password_is_told_from_a_wrong_one()
    {
        string text = await FailAsync(Profile("keeper", ""), ConnectionFailure.PasswordMissing);

        Assert.That(text, Does.Contain("DECK0455").And.Contain("the profile gives none"));
    }

    [Test]
    public async Task A_user_whom_the_server_s_rules_turn_away_is_told_of_them()
    {
        string text = await FailAsync(Profile("turned_away", Secret), ConnectionFailure.HostNotAllowed);

        Assert.That(text, Does.Contain("DECK0460").And.Contain("pg_hba.conf").And.Not.Contain("Secret"));
    }

    [Test]
    public async Task A_role_that_the_user_may_not_become_is_reported_at_its_key()
    {
        string text = await FailAsync(Profile("keeper", Secret, "nobody_else"), ConnectionFailure.SettingRefused);

        Assert.That(text, Does.Contain("DECK0463").And.Contain("grant \"nobody_else\" to \"keeper\"").And.Not.Contain("Secret"));
    }

    /// <summary>The postmaster answers a reload in its own time.</summary>
    private async Task WaitForAccessRulesAsync(IDatabaseSession session)
    {
        DateTimeOffset latest = TimeProvider.System.GetUtcNow().AddSeconds(20);
        while (await TryAsync(Profile("turned_away", "")) is null)
        {
            Assert.That(TimeProvider.System.GetUtcNow(), Is.LessThan(latest), "pg_hba.conf is not in force");
            await Task.Delay(20);
        }

        Assert.That(session.Query("select count(*) from pg_hba_file_rules where error is not null", CancellationToken.None).Rows.Single()[0], Is.EqualTo("0"));
    }

    private ConnectionProfile Profile(string user, string password, string? role = null) => new()
    {
        ProfileName = "test", TargetName = "test", Type = "postgres", Host = lease.Endpoint.SocketDirectory, Port = lease.Endpoint.Port, User = user, Password = password,
        Database = "postgres", Schema = "public", Role = role, Retries = 0, Target = TestProfiles.Local("postgres").Target,
    };

    private static async Task<string> FailAsync(ConnectionProfile profile, ConnectionFailure kind)
    {
        DatabaseError? error = await TryAsync(profile);
        Assert.That(error?.Connection, Is.EqualTo(kind), error?.Message);
        return DiagnosticFormatter.Format(ConnectionDiagnostics.Describe(error!, profile));
    }

    private static async Task<DatabaseError?> TryAsync(ConnectionProfile profile)
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
}
