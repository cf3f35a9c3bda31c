using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Loading;
using Deck.Models.Postgres.Errors;
using Deck.Models.Postgres.Sessions;
using Deck.Models.Testing.Databases;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Errors;

/// <summary>A server that asks for passwords, with a `pg_hba.conf` of its own.</summary>
public sealed class PasswordTests
{
    private const string Secret = PasswordServer.Secret;

    private PasswordServer server = null!;

    [OneTimeSetUp]
    public async Task StartServer() => server = await PasswordServer.StartAsync();

    [OneTimeTearDown]
    public async Task DestroyServer() => await server.DisposeAsync();

    [Test]
    public async Task The_right_password_opens_a_session()
    {
        await using PostgresDatabase database = PostgresDatabase.Create(server.Profile("keeper", Secret), null, TimeProvider.System);
        await using IDatabaseSession session = await database.OpenSessionAsync(CancellationToken.None);

        Assert.That(session.Query("select current_user::text", CancellationToken.None).Rows.Single(), Is.EqualTo(new[] { "keeper" }));
    }

    [Test]
    public async Task A_wrong_password_is_reported_and_never_shown()
    {
        string text = await FailAsync(server.Profile("keeper", "wrong-Secret-2"), ConnectionFailure.PasswordRejected);

        Assert.That(text, Does.Contain("DECK0455").And.Contain("refused the password of `keeper`").And.Not.Contain("Secret"));
    }

    [Test]
    public async Task A_role_that_does_not_exist_looks_like_a_wrong_password()
    {
        string text = await FailAsync(server.Profile("unheard_of", "wrong-Secret-2"), ConnectionFailure.PasswordRejected);

        Assert.That(text, Does.Contain("the server says the same where the role does not exist").And.Not.Contain("Secret"));
    }

    [Test]
    public async Task A_missing_password_is_told_from_a_wrong_one()
    {
        string text = await FailAsync(server.Profile("keeper", ""), ConnectionFailure.PasswordMissing);

        Assert.That(text, Does.Contain("DECK0455").And.Contain("the profile gives none"));
    }

    [Test]
    public async Task A_user_whom_the_server_s_rules_turn_away_is_told_of_them()
    {
        string text = await FailAsync(server.Profile("turned_away", Secret), ConnectionFailure.HostNotAllowed);

        Assert.That(text, Does.Contain("DECK0460").And.Contain("pg_hba.conf").And.Not.Contain("Secret"));
    }

    [Test]
    public async Task A_role_that_the_user_may_not_become_is_reported_at_its_key()
    {
        string text = await FailAsync(server.Profile("keeper", Secret, "nobody_else"), ConnectionFailure.SettingRefused);

        Assert.That(text, Does.Contain("DECK0463").And.Contain("grant \"nobody_else\" to \"keeper\"").And.Not.Contain("Secret"));
    }

    private static async Task<string> FailAsync(ConnectionProfile profile, ConnectionFailure kind)
    {
        DatabaseError? error = await PasswordServer.TryAsync(profile);
        Assert.That(error?.Connection, Is.EqualTo(kind), error?.Message);
        return DiagnosticFormatter.Format(ConnectionDiagnostics.Describe(error!, profile));
    }
}
