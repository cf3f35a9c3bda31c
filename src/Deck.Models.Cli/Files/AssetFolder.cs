namespace Deck.Models.Cli.Files;

/// <summary>Copies a folder of `asset-paths`: pictures that descriptions show.</summary>
internal static class AssetFolder
{
    /// <exception cref="FileException">A file cannot be copied.</exception>
    public static void Copy(string from, string to)
    {
        foreach (string file in Directory.Exists(from) ? Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories) : [])
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            FileException.Guard(copy, () =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(copy) ?? to);
                File.Copy(file, copy, overwrite: true);
                return copy;
            });
        }
    }
}
