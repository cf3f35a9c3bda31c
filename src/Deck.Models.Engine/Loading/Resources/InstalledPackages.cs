using System.Collections.Immutable;

namespace Deck.Models.Engine.Loading.Resources;

/// <summary>Finds the packages that `deps` installed: the folders below `packages-install-path`.</summary>
internal static class InstalledPackages
{
    /// <summary>Their folders in order of name.</summary>
    public static ImmutableArray<PackageFolder> Find(PackageFolder root, ProjectFile project)
    {
        string install = project.PackagesInstallPath.Trim('/');
        return
        [
            .. root.Files.List(install)
                .Select(path => path[(install.Length + 1)..])
                .Where(path => path.Split('/') is [_, "dbt_project.yml" or "project.yml"])
                .Select(path => path[..path.IndexOf('/')])
                .Distinct(StringComparer.Ordinal)
                .Select(name => new PackageFolder(root.Files, $"{install}/{name}/")),
        ];
    }
}
