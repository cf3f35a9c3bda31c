using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Cli.Files;

/// <summary>Finds the project's folder: the one named, or the current one or the nearest above that holds a project file.</summary>
internal static class ProjectLocator
{
    private static readonly string[] Names = ["project.yml", "dbt_project.yml"];

    public static bool TryFind(CliHost host, string? named, [NotNullWhen(true)] out string? folder)
    {
        if (named is not null)
        {
            folder = host.Resolve(named);
            return IsProject(folder);
        }

        for (string? at = host.WorkingDirectory; at is not null; at = Path.GetDirectoryName(at))
        {
            if (IsProject(at))
            {
                folder = at;
                return true;
            }
        }

        folder = null;
        return false;
    }

    public static bool IsProject(string folder) => FilesOf(folder).Any(File.Exists);

    /// <summary>Where a project file of the folder may stand.</summary>
    public static IEnumerable<string> FilesOf(string folder) => Names.Select(name => Path.Combine(folder, name));
}
