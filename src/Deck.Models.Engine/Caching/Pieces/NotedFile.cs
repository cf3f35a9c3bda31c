using Deck.Models.Engine.Loading.Resources;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching.Pieces;

/// <summary>What reading a file for one of its uses gave.</summary>
/// <param name="Key">Tells the file and the use from others.</param>
internal sealed record NotedFile(string Key, string Package, InventoryEntry Entry, FileContents Contents)
{
    /// <summary>The file's texts that can be rendered, and those of its properties.</summary>
    public IEnumerable<SourceText> Texts => Contents.Files.Select(file => file.Text).Concat(Contents.Properties.Select(entry => entry.Yaml.Location.Text));

    public static string KeyOf(PackageFolder folder, InventoryEntry entry) => KeyOf(entry.Item, folder.Shown(entry.Path));

    /// <param name="path">From the project's folder.</param>
    public static string KeyOf(PackageItem item, string path) => $"{(int)item} {path}";
}
