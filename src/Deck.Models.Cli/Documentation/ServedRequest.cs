using System.Text;

namespace Deck.Models.Cli.Documentation;

/// <summary>The head of a web request.</summary>
/// <param name="Path">As sent, without the query.</param>
/// <param name="Host">The name by which the server was called, without the port; empty where none is given.</param>
internal sealed record ServedRequest(string Method, string Path, string Host)
{
    private const int LongestHead = 16 * 1024;

    /// <summary>Reads up to the empty line; null where that is no request.</summary>
    public static async Task<ServedRequest?> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        byte[] head = new byte[LongestHead];
        int length = 0;
        while (length < head.Length)
        {
            int read = await stream.ReadAsync(head.AsMemory(length), cancellation);
            length += read;
            int end = head.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                return Parse(Encoding.Latin1.GetString(head, 0, end).Split("\r\n"));
            }

            if (read == 0)
            {
                return null;
            }
        }

        return null;
    }

    private static ServedRequest? Parse(string[] lines)
    {
        string host = lines.Skip(1).FirstOrDefault(l => l.StartsWith("host:", StringComparison.OrdinalIgnoreCase))?["host:".Length..].Trim() ?? "";
        int port = host.LastIndexOf(':');
        return lines[0].Split(' ') is [var method, var target, _]
            ? new ServedRequest(method, target.Split('?', '#')[0], port > 0 && !host.EndsWith(']') ? host[..port] : host)
            : null;
    }
}
