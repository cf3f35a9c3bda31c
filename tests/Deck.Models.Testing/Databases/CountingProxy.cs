using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Deck.Models.Testing.Databases;

/// <summary>Stands between a client and a PostgreSQL server, counts what the client waits for, and spoils exchanges as a test asks.</summary>
public sealed class CountingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Task> connections = [];
    private readonly EndPoint server;
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;
    private TaskCompletionSource struck = new();
    private TaskCompletionSource released = new();
    private int withheld;
    private Fault? fault;
    private int roundTrips;

    private CountingProxy(EndPoint server)
    {
        this.server = server;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>True to tell clients another number of their server process than its own, as a pooler does.</summary>
    public bool HidesProcesses { get; set; }

    /// <summary>Ends when the fault has come about.</summary>
    public Task Struck => struck.Task;

    /// <param name="database">Its server is the one to stand in front of.</param>
    public static CountingProxy To(TestDatabase database) => new(database.Endpoint is { } local
        ? new UnixDomainSocketEndPoint(Path.Combine(local.SocketDirectory, $".s.PGSQL.{local.Port}"))
        : new DnsEndPoint(database.Profile.Host, database.Profile.Port));

    /// <summary>Round trips of all connections since the last call.</summary>
    public int Take()
    {
        lock (gate)
        {
            int counted = roundTrips;
            roundTrips = 0;
            return counted;
        }
    }

    /// <summary>Spoils one exchange, once; the count begins anew.</summary>
    public void Spoil(Fault next)
    {
        lock (gate)
        {
            struck = new TaskCompletionSource();
            fault = next;
            roundTrips = 0;
        }
    }

    /// <summary>Passes no answer on until so many exchanges were asked for: who waits for an answer in between waits for ever. The count begins anew.</summary>
    public void Withhold(int exchanges)
    {
        lock (gate)
        {
            released = new TaskCompletionSource();
            withheld = exchanges;
            roundTrips = 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(connections).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    /// <summary>Counts an exchange; gives the fault that is meant for it.</summary>
    internal Fault? Count()
    {
        lock (gate)
        {
            roundTrips++;
            if (roundTrips == withheld)
            {
                released.SetResult();
            }

            Fault? meant = fault?.Exchange == roundTrips ? fault : null;
            fault = meant is null ? fault : null;
            return meant;
        }
    }

    /// <summary>Ends when answers may be passed on.</summary>
    internal Task ReleaseAsync(CancellationToken stop)
    {
        lock (gate)
        {
            return roundTrips < withheld ? released.Task.WaitAsync(stop) : Task.CompletedTask;
        }
    }

    internal void Strike() => struck.TrySetResult();

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket client = await listener.AcceptSocketAsync(stop.Token);
            connections.Add(ServeAsync(client));
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using Socket near = client;
        using Socket far = server is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await far.ConnectAsync(server, stop.Token);
        using ProxiedConnection connection = new(this, near, far);
        await connection.RunAsync(stop.Token);
    }
}
