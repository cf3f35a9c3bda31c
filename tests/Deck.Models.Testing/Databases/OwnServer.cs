using Deck.Models.Postgres.Local;
using Deck.Models.Postgres.Sessions;

namespace Deck.Models.Testing.Databases;

/// <summary>A private server of a test's own, for what would disturb other tests.</summary>
public sealed class OwnServer : IAsyncDisposable
{
    private readonly LocalServerLease lease;

    private OwnServer(LocalServerOptions options, LocalServerLease lease)
    {
        Options = options;
        this.lease = lease;
    }

    public LocalServerOptions Options { get; }

    public LocalEndpoint Endpoint => lease.Endpoint;

    public string DataFolder => Path.Combine(LocalServer.Status(Options).Folder, "data");

    public static async Task<OwnServer> StartAsync()
    {
        LocalServerOptions options = PostgresFixture.OptionsFor(Directory.CreateTempSubdirectory("deck-server-").FullName);
        return new OwnServer(options, await LeaseAsync(options));
    }

    /// <summary>Starts it once more after it has stopped.</summary>
    public Task<LocalServerLease> RestartAsync() => LeaseAsync(Options);

    public Task<TestDatabase> CreateDatabaseAsync() => TestDatabase.CreateAsync(TestProfiles.Local("postgres"), Endpoint);

    public async ValueTask DisposeAsync()
    {
        await lease.DisposeAsync();
        await LocalServer.DestroyAsync(Options, CancellationToken.None);
        Directory.Delete(Options.Folder, recursive: true);
    }

    private static async Task<LocalServerLease> LeaseAsync(LocalServerOptions options) =>
        (await LocalServer.StartAsync(options, null, CancellationToken.None)).Value ?? throw new InvalidOperationException("the server did not start");
}
