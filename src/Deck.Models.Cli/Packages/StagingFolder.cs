using Deck.Models.Cli.Files;

namespace Deck.Models.Cli.Packages;

/// <summary>A folder inside the packages folder where packages are made ready, so that putting one in place is a rename; gone at the end.</summary>
internal sealed class StagingFolder : IDisposable
{
    /// <summary>dbt and deckmodel look past folders whose names begin like this.</summary>
    public const string Prefix = "__deps-";

    /// <summary>A file in each such folder that its process keeps locked: a folder whose file is free belongs to nobody any more.</summary>
    private const string LockName = "lock";

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);

    private readonly string installFolder;
    private readonly string path;
    private readonly bool existed;
    private readonly Lazy<FileStream> held;
    private int taken;

    public StagingFolder(string installFolder)
    {
        this.installFolder = installFolder;
        path = Path.Combine(installFolder, $"{Prefix}{Guid.NewGuid():n}");
        existed = Directory.Exists(installFolder);
        held = new Lazy<FileStream>(Create);
    }

    /// <summary>The packages folder.</summary>
    public string Install => installFolder;

    /// <summary>A path that nothing uses yet; its folder exists.</summary>
    /// <exception cref="FileException">The packages folder cannot be written.</exception>
    public string NewPath() => FileException.Guard(installFolder, () =>
    {
        _ = held.Value;
        return Path.Combine(path, $"{Interlocked.Increment(ref taken)}");
    });

    /// <summary>Deletes the folder, and those that killed processes have left beside it.</summary>
    public void Dispose()
    {
        if (held.IsValueCreated)
        {
            held.Value.Dispose();
        }

        DeleteTree(path);
        foreach (string other in existed ? Directory.EnumerateDirectories(installFolder, Prefix + "*").Where(IsAbandoned).ToArray() : [])
        {
            DeleteTree(other);
        }

        if (!existed && Directory.Exists(installFolder) && !Directory.EnumerateFileSystemEntries(installFolder).Any())
        {
            Directory.Delete(installFolder);
        }
    }

    private FileStream Create()
    {
        Directory.CreateDirectory(path);
        return new FileStream(Path.Combine(path, LockName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>False also where the folder was made just now, and its file is about to be.</summary>
    private static bool IsAbandoned(string folder)
    {
        FileInfo file = new(Path.Combine(folder, LockName));
        if (!file.Exists)
        {
            return DateTime.UtcNow - Directory.GetCreationTimeUtc(folder) > LongestStart;
        }

        try
        {
            using FileStream free = file.Open(FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
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
