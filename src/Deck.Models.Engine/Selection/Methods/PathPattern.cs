namespace Deck.Models.Engine.Selection.Methods;

/// <summary>A path with wildcards: `*` stays within a folder, `**` spans folders. A folder matches everything below it.</summary>
internal sealed class PathPattern
{
    private readonly string[] parts;

    public PathPattern(string pattern) =>
        parts = [.. pattern.Split('/').Where(p => p.Length > 0 && p != ".")];

    /// <summary>True where the path, or a folder above it, matches.</summary>
    public bool CoversFile(string path) => Covers(path.Split('/'), 0, 0, true);

    public bool IsFile(string path) => Covers(path.Split('/'), 0, 0, false);

    private bool Covers(string[] path, int at, int part, bool below)
    {
        if (part == parts.Length)
        {
            return at == path.Length || (below && at > 0);
        }

        if (parts[part] == "**")
        {
            return Covers(path, at, part + 1, below) || (at < path.Length && Covers(path, at + 1, part, below));
        }

        return at < path.Length && Glob.Matches(path[at], parts[part]) && Covers(path, at + 1, part + 1, below);
    }
}
