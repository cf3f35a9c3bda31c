using System.Net;
using System.Net.Sockets;

namespace Deck.Models.Cli.Documentation;

/// <summary>A small web server: gives the files of one folder, and nothing else, to whoever asks for them by GET or HEAD.</summary>
internal sealed class FolderServer : IDisposable
{
    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(10);

    private readonly ServedFolder folder;
    private readonly TcpListener listener;

    private FolderServer(ServedFolder folder, TcpListener listener)
    {
        this.folder = folder;
        this.listener = listener;
    }

    /// <summary>The port that it listens on; the system chooses one where 0 was asked for.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <exception cref="SocketException">The address is unknown or the port in use.</exception>
    public static FolderServer Start(string folder, string host, int port)
    {
        IPAddress address = AddressOf(host);
        TcpListener listener = new(address, port);
        listener.Start();
        return new FolderServer(new ServedFolder(folder, IPAddress.IsLoopback(address)), listener);
    }

    /// <summary>Serves until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                TcpClient client = await listener.AcceptTcpClientAsync(cancellation);
                _ = ServeAsync(client, cancellation);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    public void Dispose() => listener.Dispose();

    /// <summary>`localhost` means this machine's own address of version 4, as browsers try it.</summary>
    private static IPAddress AddressOf(string host) =>
        IPAddress.TryParse(host, out IPAddress? address) ? address : host == "localhost" ? IPAddress.Loopback : Dns.GetHostAddresses(host)[0];

    /// <summary>One request and its answer; whoever goes away or dawdles is let go.</summary>
    private async Task ServeAsync(TcpClient client, CancellationToken cancellation)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestRequest);
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                ServedRequest? request = await ServedRequest.ReadAsync(stream, limit.Token);
                await folder.Answer(request).WriteAsync(stream, limit.Token);
            }
            catch (IOException)
            {
            }
            catch (OperationCanceledException)
            {
            }
        }
    }
}
