using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Caching;
using Deck.Models.Engine.Loading;

namespace Deck.Models.Cli.Files;

/// <summary>A project folder on disk.</summary>
internal sealed class DiskProjectFiles(string root) : IProjectFiles
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = default, IgnoreInaccessible = false };

    public string Root => root;

    public ImmutableArray<string> List(string folder)
    {
        string path = Path.Combine(root, folder);
        if (!Directory.Exists(path))
        {
            return [];
        }

        string[] files = Directory.GetFiles(path, "*", Everything);
        int start = Path.Join(root, "x").Length - 1;
        for (int i = 0; i < files.Length; i++)
        {
            files[i] = files[i][start..].Replace('\\', '/');
        }

        Array.Sort(files, StringComparer.Ordinal);
        return ImmutableArray.Create(files);
    }

    public ImmutableArray<string> ListFolders(string folder)
    {
        string path = Path.Combine(root, folder);
        return Directory.Exists(path) ? [.. Directory.EnumerateDirectories(path).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)] : [];
    }

    public bool TryRead(string path, [NotNullWhen(true)] out byte[]? content)
    {
        string full = Path.Combine(root, path);
        try
        {
            content = File.Exists(full) ? File.ReadAllBytes(full) : null;
            return content is not null;
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new IOException(refused.Message, refused);
        }
    }

    public FileStamp? StampOf(string path) => FileStatus.StampOf(Path.Combine(root, path));

    public Stream OpenRead(string path) => File.OpenRead(Path.Combine(root, path));
}
