namespace Deck.Models.Cli.Files;

/// <summary>Replaces a file in one step: readers see the old content or the new one, never a half.</summary>
internal static class AtomicFile
{
    /// <exception cref="FileException">The folder cannot be written; the old file is untouched.</exception>
    public static void Write(string path, Action<Stream> write) => FileException.Guard(path, () =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
        string fresh = $"{path}.{System.Environment.ProcessId}.new";
        try
        {
            using (FileStream stream = new(fresh, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(stream);
            }

            File.Move(fresh, path, overwrite: true);
        }
        finally
        {
            File.Delete(fresh);
        }

        return path;
    });
}
