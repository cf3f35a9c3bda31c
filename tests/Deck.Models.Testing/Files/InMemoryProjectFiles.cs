using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Deck.Models.Engine.Caching;
using Deck.Models.Engine.Loading;

namespace Deck.Models.Testing.Files;

/// <summary>A project that exists in memory only.</summary>
public sealed class InMemoryProjectFiles : IProjectFiles
{
    private readonly SortedDictionary<string, byte[]> contents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileStamp> stamps = new(StringComparer.Ordinal);
    private long changes;

    public string Root => "project";

    /// <summary>Adds or replaces a text file; returns this object, so that calls chain.</summary>
    public InMemoryProjectFiles With(string path, string content) => With(path, Encoding.UTF8.GetBytes(content));

    public InMemoryProjectFiles With(string path, byte[] content)
    {
        contents[path] = content;
        changes++;
        stamps[path] = new FileStamp(content.Length, changes, changes, changes);
        return this;
    }

    /// <summary>Deletes a file.</summary>
    public InMemoryProjectFiles Without(string path)
    {
        contents.Remove(path);
        stamps.Remove(path);
        return this;
    }

    public string Read(string path) => Encoding.UTF8.GetString(contents[path]);

    public ImmutableArray<string> List(string folder) =>
        [.. contents.Keys.Where(path => folder.Length == 0 || path.StartsWith(folder + "/", StringComparison.Ordinal))];

    public ImmutableArray<string> ListFolders(string folder) =>
    [
        .. List(folder)
            .Select(path => folder.Length == 0 ? path : path[(folder.Length + 1)..])
            .Where(path => path.Contains('/', StringComparison.Ordinal))
            .Select(path => path[..path.IndexOf('/', StringComparison.Ordinal)])
            .Distinct(StringComparer.Ordinal),
    ];

    public bool TryRead(string path, [NotNullWhen(true)] out byte[]? content) => contents.TryGetValue(path, out content);

    /// <summary>Another one after each change, as old as the first second of 1970.</summary>
    public FileStamp? StampOf(string path) => stamps.GetValueOrDefault(path);

    public Stream OpenRead(string path) => contents.TryGetValue(path, out byte[]? content)
        ? new MemoryStream(content, writable: false)
        : throw new FileNotFoundException($"no file {path}", path);
}
