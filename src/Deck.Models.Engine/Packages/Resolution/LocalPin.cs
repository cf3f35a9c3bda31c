namespace Deck.Models.Engine.Packages.Resolution;

/// <summary>A folder on this machine.</summary>
public sealed class LocalPin : PackagePin
{
    /// <summary>Absolute, or from the root project's folder.</summary>
    public required string Folder { get; init; }

    public override string ShownVersion => "local";

    public override string Identity => $"local {Folder}";
}
