using Deck.Models.Engine.Packages;

namespace Deck.Models.Cli.Packages;

/// <summary>Paths in archives, which anybody may have written.</summary>
internal static class ArchivePath
{
    /// <summary>The path from the top of the archive, with forward slashes; empty for the top itself.</summary>
    /// <exception cref="ArchiveException">The path leads out of the archive.</exception>
    public static string Normalise(string name)
    {
        bool isAbsolute = name.StartsWith('/') || name.StartsWith('\\') || (name.Length > 1 && name[1] == ':');
        string[] parts = [.. Split(name).Where(part => part != ".")];
        return isAbsolute || parts.Contains("..") || name.Contains('\0', StringComparison.Ordinal)
            ? throw new ArchiveException(PackageCodes.UnsafeArchive, $"its entry `{Shown(name)}` leads out of the package")
            : string.Join('/', parts);
    }

    /// <summary>Where a link leads, from the top of the archive: it may not leave the folder of the package, nor lead through another link.</summary>
    /// <param name="path">The link's own path, normalised.</param>
    /// <param name="links">The paths of all links of the archive.</param>
    /// <exception cref="ArchiveException">The link leads elsewhere.</exception>
    public static string Follow(string path, string target, IReadOnlySet<string> links)
    {
        List<string> at = [.. path.Split('/')[..^1]];
        bool isAbsolute = target.Length == 0 || target.StartsWith('/') || target.StartsWith('\\') || (target.Length > 1 && target[1] == ':');
        foreach (string part in isAbsolute ? [".."] : Split(target).Where(part => part != "."))
        {
            if (part != "..")
            {
                at.Add(part);
            }
            else if (at.Count > 1 && !isAbsolute)
            {
                at.RemoveAt(at.Count - 1);
            }
            else
            {
                throw Refuse(path, target);
            }

            if (links.Contains(string.Join('/', at)))
            {
                throw Refuse(path, target);
            }
        }

        return string.Join('/', at);
    }

    private static IEnumerable<string> Split(string path) => path.Split('/', '\\').Where(part => part.Length > 0);

    private static ArchiveException Refuse(string path, string target) =>
        new(PackageCodes.UnsafeArchive, $"its link `{Shown(path)}` leads to `{Shown(target)}`, out of the package or through another link");

    /// <summary>Names of an archive may hold anything, control characters of a terminal too.</summary>
    private static string Shown(string name) => string.Concat(name.Take(200).Select(c => char.IsControl(c) ? '?' : c));
}
