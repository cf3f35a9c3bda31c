using Deck.Models.Text;

namespace Deck.Models.Postgres.Local;

/// <summary>Makes the folders of a private server, closed to everybody but the account that runs it (and root).</summary>
internal static class ClusterFolder
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode Passable = Private | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public static async Task<Diagnostic?> PrepareAsync(ClusterPaths paths, ServerAccount account, CancellationToken cancellation)
    {
        try
        {
            foreach (string folder in new[] { paths.Root, paths.SocketFolder })
            {
                if (await PrepareAsync(folder, account, cancellation).ConfigureAwait(false) is { } trouble)
                {
                    return trouble;
                }
            }

            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Unusable(paths.Root, failure.Message.TrimEnd('.'));
        }
    }

    public static Diagnostic Unusable(string folder, string reason) =>
        Diagnostic.Error(LocalServerCodes.FolderUnusable, $"the private server cannot use the folder `{folder}`: {reason}")
            .WithHint("it must belong to the user who runs deckmodel, and its file system must know Unix permissions");

    private static async Task<Diagnostic?> PrepareAsync(string folder, ServerAccount account, CancellationToken cancellation)
    {
        DirectoryInfo existing = new(folder);
        if (existing.Exists)
        {
            return existing.LinkTarget is null && existing.UnixFileMode == Private ? CheckWritable(folder) : Unusable(folder, "it is a link, or open to other users");
        }

        Make(folder);
        if (account.Name is not { } owner)
        {
            return null;
        }

        ProgramRun chown = await ProgramRun.RunAsync("chown", [owner, folder], new ServerAccount((string?)null), cancellation).ConfigureAwait(false);
        return chown.Succeeded ? null : Unusable(folder, chown.LastWords);
    }

    private static void Make(string folder)
    {
        // Windows has been turned away before; the analyzer cannot know.
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder) ?? "/", Passable);
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
