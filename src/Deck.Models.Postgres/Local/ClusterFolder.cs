using Deck.Models.Text;

namespace Deck.Models.Postgres.Local;

/// <summary>Makes the folders of a private server, closed to everybody but the account that runs it (and root).</summary>
internal static class ClusterFolder
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode Passable = Private | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Makes a folder, or sees that the one which is there is private and one's own.</summary>
    public static Diagnostic? Open(string folder)
    {
        try
        {
            DirectoryInfo existing = new(folder);
            if (!existing.Exists)
            {
                Make(folder);
                return null;
            }

            return existing.LinkTarget is null && existing.UnixFileMode == Private ? CheckWritable(folder) : Unusable(folder, "it is a link, or open to other users");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Unusable(folder, failure.Message.TrimEnd('.'));
        }
    }

    /// <summary>Gives the folders that root has made to the account that runs the server.</summary>
    public static async Task<Diagnostic?> HandOverAsync(ClusterPaths paths, ServerAccount account, CancellationToken cancellation)
    {
        if (account.Name is not { } owner)
        {
            return null;
        }

        string[] arguments = [owner, paths.Root, paths.SocketFolder];
        ProgramRun chown = await ProgramRun.RunAsync("chown", arguments, new ServerAccount((string?)null), cancellation).ConfigureAwait(false);
        return chown.Succeeded ? null : Unusable(paths.Root, chown.LastWords);
    }

    public static Diagnostic Unusable(string folder, string reason) =>
        Diagnostic.Error(LocalServerCodes.FolderUnusable, $"the private server cannot use the folder `{folder}`: {reason}")
            .WithHint("it must belong to the user who runs deckmodel, and its file system must know Unix permissions");

    private static void Make(string folder)
    {
        // Windows has been turned away before; the analyzer cannot know.
        if (!OperatingSystem.IsWindows())
        {
            string parent = Path.GetDirectoryName(folder) ?? "/";
            bool reaches = Directory.Exists(parent) || !Environment.IsPrivilegedProcess;
            Directory.CreateDirectory(parent);
            if (!reaches)
            {
                // Whatever root's umask is, the server's account must get through.
                File.SetUnixFileMode(parent, Passable);
            }

            Directory.CreateDirectory(folder, Private);
        }
    }

    /// <summary>A closed folder that one can write into is one's own.</summary>
    private static Diagnostic? CheckWritable(string folder)
    {
        string probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
        File.WriteAllText(probe, "");
        File.Delete(probe);
        return null;
    }
}
