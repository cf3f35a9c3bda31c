using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Packages.Editing;

namespace Deck.Models.Cli.Packages;

/// <summary>A project's files, its packages file as it will be written once it is known to be right.</summary>
/// <param name="name">The packages file.</param>
/// <param name="edit">Its new text, or null where it stays as it is.</param>
internal sealed class EditedFiles(IProjectFiles files, string name, EditedPackages? edit) : IProjectFiles
{
    public string Name => name;

    public EditedPackages? Edit => edit;

    public string Root => files.Root;

    public ImmutableArray<string> List(string folder) => files.List(folder);

    public ImmutableArray<string> ListFolders(string folder) => files.ListFolders(folder);

    public bool TryRead(string path, [NotNullWhen(true)] out byte[]? content)
    {
        content = path == name && edit is not null ? Encoding.UTF8.GetBytes(edit.Text) : null;
        return content is not null || files.TryRead(path, out content);
    }

    public Stream OpenRead(string path) => files.OpenRead(path);
}
