namespace Deck.Models.Engine.Loading.Resources;

/// <summary>A file and its use.</summary>
/// <param name="Path">From the package's folder.</param>
/// <param name="Below">From the resource folder.</param>
internal sealed record InventoryEntry(PackageItem Item, string Path, string Below)
{
    /// <summary>The name of the resource that the file is: the file's own, without extensions.</summary>
    public required string Name { get; init; }
}
