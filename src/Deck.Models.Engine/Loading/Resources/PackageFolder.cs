using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Resources;

/// <summary>The folder of one package inside the project's files: paths in and out are relative to the package.</summary>
/// <param name="Prefix">Where the package lies below the project's folder, with a final slash; empty for the root project.</param>
internal sealed record PackageFolder(IProjectFiles Files, string Prefix)
{
    private readonly Lazy<IgnoreFile> ignored = new(() => ReadIgnored(Files, Prefix));

    /// <summary>Files below a folder of the package, as dbt searches it: without those that start with `.`, `#` or `~` and those that `.dbtignore` covers.</summary>
    public ImmutableArray<string> List(string folder)
    {
        string below = folder.Length == 0 ? Prefix.TrimEnd('/') : Prefix + folder;
        return [.. Files.List(below).Select(path => path[Prefix.Length..]).Where(path => IsVisible(path) && !ignored.Value.Covers(path))];
    }

    /// <summary>The path from the project's folder: the one that diagnostics show.</summary>
    public string Shown(string path) => Prefix + path;

    public bool Exists(string path) => Files.TryRead(Prefix + path, out _);

    public Stream OpenRead(string path) => Files.OpenRead(Prefix + path);

    public bool TryReadBytes(string path, [NotNullWhen(true)] out byte[]? content) => Files.TryRead(Prefix + path, out content);

    /// <summary>A file's text, or a diagnostic where it is gone, cannot be read or is not UTF-8.</summary>
    public Checked<SourceText> ReadText(string path)
    {
        try
        {
            return Files.TryRead(Prefix + path, out byte[]? content) ? TextDecoder.Decode(Shown(path), content) : Unreadable(path, "");
        }
        catch (IOException refused)
        {
            return Unreadable(path, $": {refused.Message.TrimEnd('.')}");
        }
    }

    private Checked<SourceText> Unreadable(string path, string reason) =>
        Check.Failed<SourceText>(Diagnostic.Error(LoadingCodes.UnreadableFile, $"cannot read {Shown(path)}{reason}", Location.OfFile(Shown(path))));

    private static IgnoreFile ReadIgnored(IProjectFiles files, string prefix) =>
        new(files.TryRead($"{prefix}.dbtignore", out byte[]? content) ? TextDecoder.Decode(".dbtignore", content).Value?.Content ?? "" : "");

    private static bool IsVisible(string path)
    {
        int name = path.LastIndexOf('/') + 1;
        return name < path.Length && path[name] is not ('.' or '#' or '~');
    }
}
