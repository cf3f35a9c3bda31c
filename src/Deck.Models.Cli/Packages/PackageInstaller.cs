using System.Collections.Immutable;
using Deck.Models.Cli.Files;
using Deck.Models.Engine.Packages;
using Deck.Models.Engine.Packages.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Cli.Packages;

/// <summary>Puts fetched packages into the packages folder, each by renaming it into its place, and takes out those that nothing asks for any more.</summary>
/// <param name="makeLink">Makes a symbolic link: its path, and where it leads.</param>
internal sealed class PackageInstaller(StagingFolder staging, Action<string, string> makeLink, IProgress<PackageEvent> progress)
{
    public ImmutableArray<Diagnostic> Install(ImmutableArray<NamedPackage> packages)
    {
        ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (NamedPackage package in packages)
        {
            string place = Path.Combine(staging.Install, package.Project);
            try
            {
                FileException.Guard(place, () => Place(package, place));
                progress.Report(new PackageEvent(PackageStep.Installed, package.Project, package.Pin.ShownVersion));
            }
            catch (FileException refused)
            {
                diagnostics.Add(package.Pin.Place(Diagnostic.Error(PackageCodes.NotInstalled, $"`{package.Project}` cannot be put into {staging.Install}: {refused.Message}")));
            }
        }

        RemoveOthers([.. packages.Select(p => p.Project)]);
        return diagnostics.ToImmutable();
    }

    /// <summary>The old package is put aside first and comes back where the new one cannot take its place.</summary>
    private string Place(NamedPackage package, string place)
    {
        string ready = package.Pin is LocalPin ? Link(package.Fetched.Folder) : package.Fetched.Folder;
        string? old = null;
        if (Path.Exists(place) || new DirectoryInfo(place).LinkTarget is not null)
        {
            old = staging.NewPath();
            Directory.Move(place, old);
        }

        try
        {
            Directory.Move(ready, place);
        }
        catch (IOException) when (old is not null)
        {
            Directory.Move(old, place);
            throw;
        }

        if (package.Pin is LocalPin && !Directory.Exists(place))
        {
            // The packages folder itself is reached through a link: seen from its real place, the path is another.
            StagingFolder.DeleteTree(place);
            makeLink(place, package.Fetched.Folder);
        }

        return place;
    }

    /// <summary>A link from the packages folder, relative, so that the project can be moved; a copy where links are impossible.</summary>
    private string Link(string folder)
    {
        string link = staging.NewPath();
        try
        {
            makeLink(link, Path.GetRelativePath(staging.Install, folder));
        }
        catch (Exception impossible) when (impossible is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            Copy(new DirectoryInfo(folder), link);
        }

        return link;
    }

    private void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (FileInfo file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to, file.Name));
        }

        // The packages folder may lie below the package: what is copied into it is not copied again.
        foreach (DirectoryInfo below in from.EnumerateDirectories().Where(d => d.FullName != staging.Install))
        {
            Copy(below, Path.Combine(to, below.Name));
        }
    }

    private void RemoveOthers(HashSet<string> kept)
    {
        DirectoryInfo install = new(staging.Install);
        foreach (FileSystemInfo other in install.Exists ? install.EnumerateFileSystemInfos().Where(d => !kept.Contains(d.Name)).ToArray() : [])
        {
            bool isLink = other.LinkTarget is not null && other.ResolveLinkTarget(returnFinalTarget: false) is not FileInfo { Exists: true };
            if (isLink || ProjectLocator.IsProject(other.FullName))
            {
                StagingFolder.DeleteTree(other.FullName);
                progress.Report(new PackageEvent(PackageStep.Removed, other.Name));
            }
        }
    }
}
