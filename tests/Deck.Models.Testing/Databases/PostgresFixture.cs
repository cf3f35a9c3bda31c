using Deck.Models.Engine.Loading;
using Deck.Models.Postgres.Local;
using Deck.Models.Postgres.Sessions;
using Deck.Models.Templating.Values;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Testing.Databases;

/// <summary>The PostgreSQL that tests run on: the one that DECKMODEL_TEST_DATABASE_URL names, else a private server that all test processes of this checkout share.</summary>
/// <remarks>A test assembly that uses it declares `[SetUpFixture] public sealed class PostgresTeardown : PostgresFixture;` outside every namespace, which stops the server at the end.</remarks>
public abstract class PostgresFixture
{
    private static readonly SemaphoreSlim Starting = new(1);

    private static LocalServerLease? lease;

    /// <summary>A new, empty database; disposing drops it. Any number at once.</summary>
    public static async Task<TestDatabase> CreateDatabaseAsync()
    {
        ConnectionProfile server = await ServerAsync();
        return await TestDatabase.CreateAsync(server, lease?.Endpoint);
    }

    /// <summary>The environment of this process, as options want it.</summary>
    public static LocalServerOptions OptionsFor(string folder) => new()
    {
        Folder = folder,
        Database = "postgres",
        Environment = TestEnvironment.Variables,
    };

    [OneTimeTearDown]
    public async Task StopServer()
    {
        if (lease is not null)
        {
            await lease.DisposeAsync();
            lease = null;
        }
    }

    private static async Task<ConnectionProfile> ServerAsync()
    {
        if (TestEnvironment.Variables.TryGetValue("DECKMODEL_TEST_DATABASE_URL", out string? url) && url.Length > 0)
        {
            return TestProfiles.FromUrl(url);
        }

        await Starting.WaitAsync();
        try
        {
            lease ??= await StartAsync();
            return TestProfiles.Local("postgres");
        }
        finally
        {
            Starting.Release();
        }
    }

    private static async Task<LocalServerLease> StartAsync()
    {
        Checked<LocalServerLease> started = await LocalServer.StartAsync(OptionsFor(TestEnvironment.ServerFolder), null, CancellationToken.None);
        return started.Succeeded(out LocalServerLease? value)
            ? value
            : throw new InvalidOperationException(string.Join('\n', started.Diagnostics.Select(DiagnosticFormatter.Format)));
    }
}
