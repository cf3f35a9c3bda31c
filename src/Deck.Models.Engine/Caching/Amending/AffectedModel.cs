using Deck.Models.Engine.Caching.Pieces;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Resources;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Caching.Amending;

/// <summary>A model that a changed file holds or describes: as it was resolved before, and what its files say now.</summary>
/// <param name="Entry">What a properties file says of it, or null for a model that none describes.</param>
internal sealed record AffectedModel(ModelNode Before, FramedPackage Package, ResourceFile File, PropertiesEntry? Entry)
{
    /// <summary>The files from which the model comes, as diagnostics show them.</summary>
    public IEnumerable<string> Paths => Entry is null ? [Package.Folder.Shown(File.OriginalFilePath)] : [Package.Folder.Shown(File.OriginalFilePath), Package.Folder.Shown(Entry.OriginalFilePath)];

    /// <summary>The model of an id, or null where it was none, has versions, or is not described where it was.</summary>
    /// <param name="contentsOf">What a file, which the model's package has for a use, holds now.</param>
    public static AffectedModel? Find(NodeId id, Manifest manifest, ProjectFrame frame, Func<PackageItem, string, FileContents?> contentsOf)
    {
        if (!manifest.TryFind(id, out Node? node) || node is not ModelNode { Version: null } model || frame.Packages.FirstOrDefault(p => p.Project.Name == node.PackageName) is not { } package)
        {
            return null;
        }

        ResourceFile? file = contentsOf(PackageItem.Model, package.Folder.Shown(model.OriginalFilePath))?.Files.SingleOrDefault();
        PropertiesEntry? entry = model.PatchPath is { } patch && PathIn(patch, package) is { } path
            ? contentsOf(PackageItem.Properties, package.Folder.Shown(path))?.Properties.SingleOrDefault(e => e.Kind == PropertiesKind.Model && e.Name == model.Name)
            : null;
        return file is null || (entry is null) != (model.PatchPath is null) ? null : new AffectedModel(model, package, file, entry);
    }

    /// <summary>The path of `package://path`, or null where another package describes the model.</summary>
    private static string? PathIn(string patch, FramedPackage package) =>
        patch.StartsWith($"{package.Project.Name}://", StringComparison.Ordinal) ? patch[(package.Project.Name.Length + "://".Length)..] : null;
}
