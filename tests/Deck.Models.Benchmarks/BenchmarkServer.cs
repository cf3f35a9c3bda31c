using System.Collections;
using System.Collections.Immutable;
using Deck.Models.Postgres.Local;
using Deck.Models.Postgres.Sessions;
using Deck.Models.Text;

namespace Deck.Models.Benchmarks;

/// <summary>A private server with an empty database `bench`, which goes away with its user.</summary>
internal sealed class BenchmarkServer : IAsyncDisposable
{
    private readonly LocalServerOptions options;
    private readonly LocalServerLease lease;

    private BenchmarkServer(LocalServerOptions options, LocalServerLease lease, PsqlCommand psql)
    {
        this.options = options;
        this.lease = lease;
        Psql = psql;
    }

    public LocalEndpoint Endpoint => lease.Endpoint;

    public PsqlCommand Psql { get; }

    /// <summary>The lines of a profile's output below `type:` that connect through the server's own socket.</summary>
    public string Profile => ProfileOf(Endpoint.SocketDirectory, Endpoint.Port);

    /// <summary>Processor time of the sessions that have ended.</summary>
    public TimeSpan Processor => ProcessStatistics.ChildrensProcessor($"{LocalServer.Status(options).ProcessId}");

    public static async Task<BenchmarkServer> StartAsync(string folder)
    {
        LocalServerOptions options = new()
        {
            Folder = Path.Combine(folder, "server"),
            Database = "bench",
            Environment = ReadEnvironment(),
        };
        LocalServerLease lease = Value(await LocalServer.StartAsync(options, null, CancellationToken.None));
        PsqlCommand psql = Value(await LocalServer.PsqlAsync(options, lease.Endpoint, CancellationToken.None));
        return new BenchmarkServer(options, lease, psql);
    }

    public string ProfileOf(string host, int port) => $"postgres\n      host: {host}\n      port: {port}\n      user: {Endpoint.User}\n      password: none";

    /// <summary>Sends a script in one session; throws at its first error.</summary>
    public Measurement Send(string sql) => PsqlSessions.Send(Psql, sql);

    public async ValueTask DisposeAsync()
    {
        await lease.DisposeAsync();
        await LocalServer.DestroyAsync(options, CancellationToken.None);
    }

    private static T Value<T>(Checked<T> started)
        where T : class =>
        started.Value ?? throw new InvalidOperationException(string.Join('\n', started.Diagnostics.Select(d => d.Message)));

    private static ImmutableDictionary<string, string> ReadEnvironment() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToImmutableDictionary(e => (string)e.Key, e => e.Value as string ?? "");
}
