using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Deck.Models.Testing.Databases;

/// <summary>Stands between a client and a PostgreSQL server and counts what the client waits for: each `Sync`, simple query or end of a copy is one round trip.</summary>
public sealed class CountingProxy : IAsyncDisposable
{
    /// <summary>Length of what a client may ask before it begins; it begins after the answer.</summary>
    private const int EncryptionRequest = 4;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly EndPoint server;
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;
    private int roundTrips;

    private CountingProxy(EndPoint server)
    {
        this.server = server;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Round trips of all connections since the last call.</summary>
    public int Take() => Interlocked.Exchange(ref roundTrips, 0);

    /// <param name="database">Its server is the one to stand in front of.</param>
    public static CountingProxy To(TestDatabase database) => new(database.Endpoint is { } local
        ? new UnixDomainSocketEndPoint(Path.Combine(local.SocketDirectory, $".s.PGSQL.{local.Port}"))
        : new DnsEndPoint(database.Profile.Host, database.Profile.Port));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> pumps = [];
        try
        {
            while (true)
            {
                Socket client = await listener.AcceptSocketAsync(stop.Token);
                Socket upstream = server is UnixDomainSocketEndPoint
                    ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
                    : new Socket(SocketType.Stream, ProtocolType.Tcp);
                await upstream.ConnectAsync(server, stop.Token);
                NetworkStream near = new(client, ownsSocket: true);
                NetworkStream far = new(upstream, ownsSocket: true);
                pumps.Add(CountAsync(near, far));
                pumps.Add(PassAsync(far, near));
            }
        }
        finally
        {
            await Task.WhenAll(pumps).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to)
    {
        await using (from)
        await using (to)
        {
            await from.CopyToAsync(to, stop.Token);
        }
    }

    /// <summary>Passes messages on one by one: those before the session begins have no type, every other begins with its own, then comes the length.</summary>
    private async Task CountAsync(NetworkStream from, NetworkStream to)
    {
        await using (from)
        await using (to)
        {
            int length;
            do
            {
                byte[] startup = new byte[4];
                await from.ReadExactlyAsync(startup, stop.Token);
                length = await PassBodyAsync(from, to, startup, 0);
            }
            while (length == EncryptionRequest);

            byte[] header = new byte[5];
            while (await from.ReadAtLeastAsync(header, 5, throwOnEndOfStream: false, stop.Token) == 5)
            {
                if (header[0] is (byte)'S' or (byte)'Q' or (byte)'c')
                {
                    Interlocked.Increment(ref roundTrips);
                }

                await PassBodyAsync(from, to, header, 1);
            }
        }
    }

    /// <summary>The length of the message's body.</summary>
    private async Task<int> PassBodyAsync(NetworkStream from, NetworkStream to, byte[] header, int lengthAt)
    {
        int length = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(lengthAt)) - 4;
        byte[] message = new byte[header.Length + length];
        header.CopyTo(message, 0);
        await from.ReadExactlyAsync(message.AsMemory(header.Length), stop.Token);
        await to.WriteAsync(message, stop.Token);
        return length;
    }
}
