using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Deck.Models.Testing.Databases;

/// <summary>One connection through a <see cref="CountingProxy"/>: each `Sync`, simple query or end of a copy closes an exchange, which is passed on as a whole.</summary>
internal sealed class ProxiedConnection(CountingProxy proxy, Socket near, Socket far) : IDisposable
{
    /// <summary>Length of what a client may ask before it begins; it begins after the answer.</summary>
    private const int EncryptionRequest = 4;

    /// <summary>`ReadyForQuery` without its last byte.</summary>
    private static readonly byte[] Ready = [(byte)'Z', 0, 0, 0, 5];

    /// <summary>`BackendKeyData` up to the number of the process.</summary>
    private static readonly byte[] Process = [(byte)'K', 0, 0, 0, 12];

    private readonly NetworkStream client = new(near, ownsSocket: false);
    private readonly NetworkStream server = new(far, ownsSocket: false);
    private readonly MemoryStream request = new();
    private readonly MemoryStream dropped = new();
    private volatile Fault.Cut? cut;
    private volatile bool hasBegun;

    public async Task RunAsync(CancellationToken stop)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task up = UpAsync(end.Token);
        Task down = DownAsync(end.Token);
        await Task.WhenAny(up, down);
        near.LingerState = new LingerOption(cut is { Resets: true }, 0);
        near.Close();
        far.Close();
        await end.CancelAsync();
        await Task.WhenAll(up, down).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        client.Dispose();
        server.Dispose();
        request.Dispose();
        dropped.Dispose();
    }

    private async Task UpAsync(CancellationToken stop)
    {
        int length;
        do
        {
            byte[] startup = new byte[4];
            await client.ReadExactlyAsync(startup, stop);
            length = await ReadBodyAsync(startup, 0, stop);
            await PassOnAsync(stop);
        }
        while (length == EncryptionRequest);

        byte[] header = new byte[5];
        while (await client.ReadAtLeastAsync(header, 5, throwOnEndOfStream: false, stop) == 5)
        {
            await ReadBodyAsync(header, 1, stop);
            hasBegun |= header[0] is (byte)'S' or (byte)'Q' or (byte)'c';
            if (header[0] is (byte)'S' or (byte)'Q' or (byte)'c' && proxy.Count() is { } fault)
            {
                await SufferAsync(fault, stop);
            }
            else if (header[0] is (byte)'S' or (byte)'Q' or (byte)'c' or (byte)'d' or (byte)'f' or (byte)'p' or (byte)'X')
            {
                await PassOnAsync(stop);
            }
        }
    }

    private async Task SufferAsync(Fault fault, CancellationToken stop)
    {
        if (fault is Fault.Meanwhile meanwhile)
        {
            await meanwhile.Happens();
            proxy.Strike();
            await PassOnAsync(stop);
            return;
        }

        if (fault is Fault.Refuse refusal)
        {
            request.SetLength(0);
            await client.WriteAsync(Error(refusal), stop);
            proxy.Strike();
            return;
        }

        cut = fault as Fault.Cut;
        if (cut is { Point: not CutPoint.BeforeRequest })
        {
            await PassOnAsync(stop);
        }

        if (cut is null or { Point: CutPoint.BeforeReply or CutPoint.InReply })
        {
            proxy.Strike();
            await HearOutAsync(stop);
        }

        proxy.Strike();
        throw new EndOfStreamException("cut");
    }

    /// <summary>Passes nothing on any more, and ends when the client does.</summary>
    private async Task HearOutAsync(CancellationToken stop)
    {
        byte[] ignored = new byte[1 << 12];
        while (await client.ReadAsync(ignored, stop) > 0)
        {
        }

        throw new EndOfStreamException("the client has gone");
    }

    /// <summary>Ends where the answer is to be cut.</summary>
    private async Task DownAsync(CancellationToken stop)
    {
        byte[] buffer = new byte[1 << 16];
        while (await server.ReadAsync(buffer, stop) is > 0 and int read)
        {
            if (hasBegun)
            {
                await proxy.ReleaseAsync(stop);
            }

            if (proxy.HidesProcesses && buffer.AsSpan(0, read).IndexOf(Process) is >= 0 and int at)
            {
                buffer[at + Process.Length] ^= 1;
            }

            switch (cut?.Point)
            {
                case CutPoint.AfterRequest:
                    // A quick server answers before the line is cut: the client is not to hear of that.
                    break;
                case CutPoint.InReply:
                    await client.WriteAsync(buffer.AsMemory(0, read / 2), stop);
                    return;
                case CutPoint.BeforeReply:
                    dropped.Write(buffer, 0, read);
                    if (IsWhole(dropped.ToArray()))
                    {
                        return;
                    }

                    break;
                default:
                    await client.WriteAsync(buffer.AsMemory(0, read), stop);
                    break;
            }
        }
    }

    /// <summary>The server waits again, for a request or for rows to copy.</summary>
    private static bool IsWhole(byte[] reply) =>
        reply[0] == (byte)'G' || (reply.Length > Ready.Length && reply.AsSpan(reply.Length - Ready.Length - 1, Ready.Length).SequenceEqual(Ready));

    private async Task<int> ReadBodyAsync(byte[] header, int lengthAt, CancellationToken stop)
    {
        int length = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(lengthAt)) - 4;
        byte[] body = new byte[length];
        await client.ReadExactlyAsync(body, stop);
        request.Write(header);
        request.Write(body);
        return length;
    }

    private async Task PassOnAsync(CancellationToken stop)
    {
        await server.WriteAsync(request.ToArray(), stop);
        request.SetLength(0);
    }

    /// <summary>`ErrorResponse` and `ReadyForQuery`, outside of a transaction.</summary>
    private static byte[] Error(Fault.Refuse refusal)
    {
        byte[] fields = Encoding.UTF8.GetBytes($"SERROR\0VERROR\0C{refusal.SqlState}\0M{refusal.Message}\0\0");
        byte[] message = [(byte)'E', 0, 0, 0, 0, .. fields, .. Ready, (byte)'I'];
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(1), fields.Length + 4);
        return message;
    }
}
