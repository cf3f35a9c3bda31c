namespace Deck.Models.Cli.Documentation;

/// <summary>Finds the files that a web server may give: those in one folder, reached without a link or a step upwards.</summary>
/// <param name="isLocal">True where the server is for this machine only: it answers to this machine's names only, so that no page from elsewhere can read it under a name of its own.</param>
internal sealed class ServedFolder(string folder, bool isLocal)
{
    private static readonly string[] LocalNames = ["", "localhost", "127.0.0.1", "[::1]"];

    private static readonly ServedAnswer NotFound = new("404 Not Found");

    /// <param name="request">Null where it could not be read.</param>
    public ServedAnswer Answer(ServedRequest? request)
    {
        if (request is null)
        {
            return new ServedAnswer("400 Bad Request");
        }

        if (isLocal && !LocalNames.Contains(request.Host, StringComparer.OrdinalIgnoreCase))
        {
            return new ServedAnswer("421 Misdirected Request");
        }

        return request.Method is "GET" or "HEAD"
            ? (FindFile(request.Path) is { } file ? new ServedAnswer("200 OK", file) : NotFound) with { IsHeadOnly = request.Method == "HEAD" }
            : new ServedAnswer("405 Method Not Allowed");
    }

    private string? FindFile(string path)
    {
        string[] names = Uri.UnescapeDataString(path).Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (names.Any(n => n is "." or ".." || n.AsSpan().ContainsAny('\\', '\0', ':')))
        {
            return null;
        }

        string found = folder;
        foreach (string name in names.Length == 0 ? [DocumentationPage.FileName] : names)
        {
            found = Path.Combine(found, name);
            if (new FileInfo(found).LinkTarget is not null)
            {
                return null;
            }
        }

        return File.Exists(found) ? found : null;
    }
}
