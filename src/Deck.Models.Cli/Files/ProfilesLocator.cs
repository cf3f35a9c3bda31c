using Deck.Models.Text;

namespace Deck.Models.Cli.Files;

/// <summary>Finds profiles.yml where dbt does: the folder named, DBT_PROFILES_DIR, the current folder, the project's folder, ~/.dbt.</summary>
internal static class ProfilesLocator
{
    /// <summary>The file's text, or null where there is none; a folder that was named is the only one searched.</summary>
    public static SourceText? Read(CliHost host, string? named, string projectFolder)
    {
        string[] folders = named is not null
            ? [host.Resolve(named)]
            : [host.WorkingDirectory, projectFolder, Path.Combine(host.HomeDirectory, ".dbt")];
        foreach (string folder in folders)
        {
            string path = Path.Combine(folder, "profiles.yml");
            if (File.Exists(path))
            {
                return new SourceText(Shown(path, projectFolder), File.ReadAllText(path));
            }
        }

        return null;
    }

    private static string Shown(string path, string projectFolder)
    {
        string relative = Path.GetRelativePath(projectFolder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative.Replace('\\', '/');
    }
}
