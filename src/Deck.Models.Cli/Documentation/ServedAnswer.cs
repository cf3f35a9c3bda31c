using System.Text;

namespace Deck.Models.Cli.Documentation;

/// <summary>The answer to a web request: a status, and a file or a sentence.</summary>
/// <param name="Status">Number and words, such as `404 Not Found`.</param>
/// <param name="File">The file that is sent, or null for the words of the status.</param>
internal sealed record ServedAnswer(string Status, string? File = null)
{
    /// <summary>True where only the head is wanted.</summary>
    public bool IsHeadOnly { get; init; }

    public async Task WriteAsync(Stream stream, CancellationToken cancellation)
    {
        await using Stream content = File is null ? new MemoryStream(Encoding.UTF8.GetBytes(Status)) : System.IO.File.OpenRead(File);
        string head = $"""
            HTTP/1.1 {Status}
            Content-Type: {TypeOf(File)}
            Content-Length: {content.Length}
            Cache-Control: no-cache
            X-Content-Type-Options: nosniff
            Connection: close


            """.ReplaceLineEndings("\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), cancellation);
        if (!IsHeadOnly)
        {
            await content.CopyToAsync(stream, cancellation);
        }
    }

    private static string TypeOf(string? file) => Path.GetExtension(file)?.ToLowerInvariant() switch
    {
        ".html" => "text/html; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        _ => "text/plain; charset=utf-8",
    };
}
