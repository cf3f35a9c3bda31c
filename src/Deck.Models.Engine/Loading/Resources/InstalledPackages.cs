using System.Collections.Immutable;

namespace Deck.Models.Engine.Loading.Resources;

/// <summary>Finds the packages that `deps` installed: the folders below `packages-install-path`.</summary>
internal static class InstalledPackages
{
    private static readonly string[] ProjectFiles = ["dbt_project.yml", "project.yml"];

    /// <summary>Their folders in order of name.</summary>
    public static ImmutableArray<PackageFolder> Find(PackageFolder root, ProjectFile project) =>
        [.. ListNames(root.Files, project.PackagesInstallPath).Select(name => new PackageFolder(root.Files, $"{project.PackagesInstallPath.TrimEnd('/')}/{name}/"))];

    /// <summary>The names of their folders. What holds no project is no package, and as in dbt neither is a folder whose name begins with two underscores.</summary>
    public static ImmutableArray<string> ListNames(IProjectFiles files, string installPath)
    {
        string install = installPath.TrimEnd('/');
        // Only the folders themselves: a local package is a link to a folder that may hold this very project.
        return
        [
            .. files.ListFolders(install)
                .Where(name => !name.StartsWith("__", StringComparison.Ordinal) && ProjectFiles.Any(file => files.TryRead($"{install}/{name}/{file}", out _))),
        ];
    }
}
