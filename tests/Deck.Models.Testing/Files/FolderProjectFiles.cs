using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Loading;

namespace Deck.Models.Testing.Files;

/// <summary>A project in a folder on disk, read as the tool reads it; diagnostics show paths relative to the folder.</summary>
public sealed class FolderProjectFiles(string root) : IProjectFiles
{
    public string Root { get; } = Path.GetFullPath(root);

    public ImmutableArray<string> List(string folder)
    {
        string start = Path.Combine(Root, folder);
        if (!Directory.Exists(start))
        {
            return [];
        }

        return [.. Directory.EnumerateFiles(start, "*", SearchOption.AllDirectories).Select(Relative).Order(StringComparer.Ordinal)];
    }

    public ImmutableArray<string> ListFolders(string folder)
    {
        string path = Path.Combine(Root, folder);
        return Directory.Exists(path) ? [.. Directory.EnumerateDirectories(path).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)] : [];
    }

    public bool TryRead(string path, [NotNullWhen(true)] out byte[]? content)
    {
        string full = Path.Combine(Root, path);
        content = File.Exists(full) ? File.ReadAllBytes(full) : null;
        return content is not null;
    }

    public Stream OpenRead(string path) => File.OpenRead(Path.Combine(Root, path));

    private string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');
}
