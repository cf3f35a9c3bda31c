using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Deck.Models.Benchmarks;

/// <summary>Stands between a client and a PostgreSQL server as a long line does: every byte arrives later by half a round trip, none is held up by those before it.</summary>
internal sealed class LatencyProxy : IAsyncDisposable
{
    private const int BufferSize = 1 << 16;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly EndPoint server;
    private readonly TimeSpan oneWay;
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;

    /// <param name="server">Where the server listens.</param>
    /// <param name="roundTrip">What each exchange takes longer.</param>
    public LatencyProxy(EndPoint server, TimeSpan roundTrip)
    {
        this.server = server;
        oneWay = roundTrip / 2;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> lines = [];
        try
        {
            while (true)
            {
                Socket client = await listener.AcceptSocketAsync(stop.Token);
                client.NoDelay = true;
                Socket upstream = server is UnixDomainSocketEndPoint
                    ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
                    : new Socket(SocketType.Stream, ProtocolType.Tcp);
                await upstream.ConnectAsync(server, stop.Token);
                lines.Add(CarryAsync(client, upstream));
                lines.Add(CarryAsync(upstream, client));
            }
        }
        finally
        {
            await Task.WhenAll(lines).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task CarryAsync(Socket from, Socket to)
    {
        Channel<Parcel> line = Channel.CreateUnbounded<Parcel>();
        await Task.WhenAll(SendAsync(from, line.Writer), DeliverAsync(line.Reader, to));
    }

    private async Task SendAsync(Socket from, ChannelWriter<Parcel> line)
    {
        try
        {
            while (true)
            {
                byte[] buffer = new byte[BufferSize];
                int length = await from.ReceiveAsync(buffer, stop.Token);
                if (length == 0)
                {
                    return;
                }

                line.TryWrite(new Parcel(DateTime.UtcNow + oneWay, buffer.AsMemory(0, length)));
            }
        }
        catch (SocketException)
        {
            // The other end is gone, which is how a client may leave.
        }
        finally
        {
            line.Complete();
        }
    }

    private async Task DeliverAsync(ChannelReader<Parcel> line, Socket to)
    {
        using (to)
        {
            await foreach (Parcel parcel in line.ReadAllAsync(stop.Token))
            {
                TimeSpan left = parcel.Due - DateTime.UtcNow;
                if (left > TimeSpan.Zero)
                {
                    await Task.Delay(left, stop.Token);
                }

                await to.SendAsync(parcel.Bytes, stop.Token);
            }
        }
    }

    /// <summary>Bytes on their way.</summary>
    private sealed record Parcel(DateTime Due, ReadOnlyMemory<byte> Bytes);
}
