using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Resources;

namespace Deck.Models.Engine.Caching.Pieces;

/// <summary>A file as an earlier parse read it for one of its uses.</summary>
internal sealed record KnownFile(FramedPackage Package, InventoryEntry Entry, FileContents Contents)
{
    /// <summary>The path that diagnostics show.</summary>
    public string Path => Package.Folder.Shown(Entry.Path);
}
