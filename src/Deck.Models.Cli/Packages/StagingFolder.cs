using Deck.Models.Cli.Files;

namespace Deck.Models.Cli.Packages;

/// <summary>A folder inside the packages folder where packages are made ready, so that putting one in place is a rename; gone at the end.</summary>
internal sealed class StagingFolder(string installFolder) : IDisposable
{
    /// <summary>dbt and deckmodel look past folders whose names begin like this.</summary>
    public const string Prefix = "__deps-";

    private readonly string path = Path.Combine(installFolder, $"{Prefix}{Guid.NewGuid():n}");
    private readonly bool existed = Directory.Exists(installFolder);
    private int taken;

    /// <summary>The packages folder.</summary>
    public string Install => installFolder;

    /// <summary>A path that nothing uses yet; its folder exists.</summary>
    /// <exception cref="FileException">The packages folder cannot be written.</exception>
    public string NewPath() => FileException.Guard(installFolder, () =>
    {
        Directory.CreateDirectory(path);
        return Path.Combine(path, $"{Interlocked.Increment(ref taken)}");
    });

    public void Dispose()
    {
        DeleteTree(path);
        if (!existed && Directory.Exists(installFolder) && !Directory.EnumerateFileSystemEntries(installFolder).Any())
        {
            Directory.Delete(installFolder);
        }
    }

    /// <summary>Deletes a folder with everything in it, git's write-protected files too; of a link, the link only.</summary>
    public static void DeleteTree(string folder)
    {
        DirectoryInfo tree = new(folder);
        if (tree.LinkTarget is not null && !tree.Exists)
        {
            // A link that leads nowhere any more counts as a file.
            File.Delete(folder);
        }
        else if (tree.LinkTarget is not null)
        {
            tree.Delete();
        }
        else if (tree.Exists)
        {
            foreach (FileInfo file in OperatingSystem.IsWindows() ? tree.EnumerateFiles("*", SearchOption.AllDirectories) : [])
            {
                file.IsReadOnly = false;
            }

            tree.Delete(recursive: true);
        }
    }
}
