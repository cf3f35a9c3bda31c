using Deck.Models.Engine.Caching.Pieces;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Resources;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Caching.Amending;

/// <summary>A file that is still there and says something else than before.</summary>
/// <param name="Before">The file as an earlier parse read it.</param>
/// <param name="Now">What it gives now.</param>
internal sealed record ChangedFile(KnownFile Before, FileContents Now)
{
    /// <summary>The path that diagnostics show.</summary>
    public string Path => Before.Path;

    /// <summary>The file as it was.</summary>
    public ChangedFile Undone => this with { Now = Before.Contents };

    /// <summary>The models that the file holds or describes.</summary>
    public IEnumerable<NodeId> Models => Before.Contents.Files.Select(file => file.Name).Concat(Before.Contents.Properties.Select(entry => entry.Name))
        .Select(name => new NodeId($"model.{Before.Package.Project.Name}.{name}"));

    /// <summary>The file of a question whose answer has changed; null unless it held or described models and nothing else, does so now, and the same ones, without a remark.</summary>
    public static ChangedFile? Find(string path, KeptFiles kept, ProjectFrame frame)
    {
        if (kept.UsesOf(path) is not [PackageItem.Model or PackageItem.Properties] uses || kept.Read(uses[0], path, frame) is not { } before)
        {
            return null;
        }

        ChangedFile changed = new(before, FileReader.Read(before.Package.Folder, before.Package.Project.Name, before.Entry));
        return AreOfModels(before.Contents) && AreOfModels(changed.Now) && NamesIn(before.Contents).SequenceEqual(NamesIn(changed.Now)) ? changed : null;
    }

    private static bool AreOfModels(FileContents contents) =>
        contents.Diagnostics.IsEmpty && contents.Files.All(file => file.Code is not null) && contents.Properties.All(entry => entry.Kind == PropertiesKind.Model);

    private static IEnumerable<string> NamesIn(FileContents contents) => contents.Files.Select(file => file.Name).Concat(contents.Properties.Select(entry => entry.Name));
}
