using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Loading;
using Deck.Models.Postgres.Sessions;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Sessions;

/// <summary>Connections on which nothing is said for long are asked whether they still stand, as with libpq.</summary>
public sealed class KeepaliveTests
{
    [TestCase(0)]
    [TestCase(40)]
    public void Over_a_network_they_are(int idle)
    {
        Npgsql.NpgsqlConnectionStringBuilder settings = ConnectionStrings.Of(Profile("db.example", idle), null);

        Assert.That((settings.TcpKeepAlive, settings.TcpKeepAliveTime), Is.EqualTo((true, idle)));
    }

    [Test]
    public async Task On_a_socket_of_this_machine_the_setting_does_no_harm()
    {
        await using TestDatabase test = await PostgresFixture.CreateDatabaseAsync();
        await using PostgresDatabase database = PostgresDatabase.Create(Profile(test.Profile.Host, 40, test), test.Endpoint, TimeProvider.System);
        await using IDatabaseSession session = await database.OpenSessionAsync(CancellationToken.None);

        Assert.That(session.Query("select 1", CancellationToken.None).Rows, Has.Count.EqualTo(1));
    }

    private static ConnectionProfile Profile(string host, int idle, TestDatabase? test = null) => new()
    {
        ProfileName = "test", TargetName = "test", Type = "postgres", Host = host, Port = test?.Profile.Port ?? 5432, User = test?.Profile.User ?? "me",
        Password = test?.Profile.Password ?? "", Database = test?.Name ?? "d", Schema = "public", KeepalivesIdleSeconds = idle, Target = TestProfiles.Local("d").Target,
    };
}
