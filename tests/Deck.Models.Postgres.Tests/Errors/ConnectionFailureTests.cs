using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Loading;
using Deck.Models.Postgres.Errors;
using Deck.Models.Postgres.Sessions;
using Deck.Models.Testing;
using Deck.Models.Testing.Databases;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Errors;

/// <summary>Connections that cannot be made, and what the user is told.</summary>
public sealed class ConnectionFailureTests
{
    private TestDatabase database = null!;

    [OneTimeSetUp]
    public async Task CreateDatabase() => database = await PostgresFixture.CreateDatabaseAsync();

    [OneTimeTearDown]
    public async Task DropDatabase() => await database.DisposeAsync();

    [Test]
    public async Task A_missing_database_is_named() => await CheckAsync(Socket("nobody_made_this"), ConnectionFailure.DatabaseMissing, "DECK0458", "nobody_made_this");

    [Test]
    public async Task A_missing_role_is_named() =>
        await CheckAsync(Socket(database.Name, "nobody_made_him"), ConnectionFailure.RoleMissing, "DECK0457", "nobody_made_him");

    [Test]
    public async Task A_role_without_the_connect_privilege_is_told_what_to_grant()
    {
        string role = $"{database.Name}_r";
        await database.RunAsync($"create role {role} login", $"revoke connect on database {database.Name} from public");
        try
        {
            await CheckAsync(Socket(database.Name, role), ConnectionFailure.PermissionDenied, "DECK0459", "grant connect");
        }
        finally
        {
            await database.RunAsync($"drop role {role}");
        }
    }

    [Test]
    public async Task A_server_that_is_down_is_named_with_its_port() =>
        await CheckAsync(TestProfiles.Remote("127.0.0.1", 1, ("u", "secret-word", null), "d"), ConnectionFailure.Refused, "DECK0452", "127.0.0.1:1");

    [Test]
    public async Task A_socket_without_a_server_is_named() =>
        await CheckAsync(TestProfiles.Remote("/nowhere", 5432, ("u", "secret-word", null), "d"), ConnectionFailure.Refused, "DECK0452", "/nowhere/.s.PGSQL.5432");

    [Test]
    public async Task An_unknown_host_is_named() =>
        await CheckAsync(TestProfiles.Remote("no-such-host.invalid", 5432, ("u", "secret-word", null), "d"), ConnectionFailure.HostUnknown, "DECK0451", "no-such-host.invalid");

    [Test]
    public async Task A_server_that_does_not_answer_is_tried_again_as_often_as_the_profile_says()
    {
        ConnectionProfile down = new()
        {
            ProfileName = "test", TargetName = "test", Type = "postgres", Host = "127.0.0.1", Port = 1, User = "u", Password = "p",
            Database = "d", Schema = "public", Retries = 3, Target = database.Profile.Target,
        };
        InstantClock clock = new();
        await using PostgresDatabase target = PostgresDatabase.Create(down, null, clock);

        await Assert.ThatAsync(() => target.OpenSessionAsync(CancellationToken.None), Throws.InstanceOf<DatabaseException>());
        Assert.That(clock.Waits.Select(w => w.TotalSeconds), Is.EqualTo(new[] { 1, 4, 9 }));
    }

    private ConnectionProfile Socket(string name, string? user = null) => database.Endpoint is { } local
        ? TestProfiles.Remote(local.SocketDirectory, local.Port, (user ?? local.User, "", null), name)
        : TestProfiles.Remote(database.Profile.Host, database.Profile.Port, (user ?? database.Profile.User, database.Profile.Password, null), name);

    private static async Task CheckAsync(ConnectionProfile profile, ConnectionFailure kind, string code, string says)
    {
        await using PostgresDatabase target = PostgresDatabase.Create(profile, null, TimeProvider.System);
        DatabaseError? error = null;
        try
        {
            await using IDatabaseSession session = await target.OpenSessionAsync(CancellationToken.None);
        }
        catch (DatabaseException failure)
        {
            error = failure.Error;
        }

        Assert.That(error?.Connection, Is.EqualTo(kind));
        string text = DiagnosticFormatter.Format(ConnectionDiagnostics.Describe(error!, profile));
        Assert.That(text, Does.Contain(code).And.Contain(says).And.Not.Contain("secret-word"));
    }
}
