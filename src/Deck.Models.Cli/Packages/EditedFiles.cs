using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Deck.Models.Engine.Loading;

namespace Deck.Models.Cli.Packages;

/// <summary>A project's files with one of them as it will be written once it is known to be right.</summary>
internal sealed class EditedFiles(IProjectFiles files, string edited, string text) : IProjectFiles
{
    public string Root => files.Root;

    public ImmutableArray<string> List(string folder) => files.List(folder);

    public ImmutableArray<string> ListFolders(string folder) => files.ListFolders(folder);

    public bool TryRead(string path, [NotNullWhen(true)] out byte[]? content)
    {
        content = path == edited ? Encoding.UTF8.GetBytes(text) : null;
        return content is not null || files.TryRead(path, out content);
    }

    public Stream OpenRead(string path) => files.OpenRead(path);
}
