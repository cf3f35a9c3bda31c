using System.Collections.Immutable;

namespace Deck.Models.Engine.Loading.Resources;

/// <summary>Finds the packages that `deps` installed: the folders below `packages-install-path`.</summary>
internal static class InstalledPackages
{
    /// <summary>Their folders in order of name.</summary>
    public static ImmutableArray<PackageFolder> Find(PackageFolder root, ProjectFile project)
    {
        string install = project.PackagesInstallPath.TrimEnd('/');
        // Only the folders themselves: a local package is a link to a folder that may hold this very project.
        return
        [
            .. root.Files.ListFolders(install)
                .Select(name => new PackageFolder(root.Files, $"{install}/{name}/"))
                .Where(folder => folder.Exists("dbt_project.yml") || folder.Exists("project.yml")),
        ];
    }
}
