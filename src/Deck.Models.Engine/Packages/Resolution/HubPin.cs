using Deck.Models.Engine.Packages.Hub;

namespace Deck.Models.Engine.Packages.Resolution;

/// <summary>A version of a package of the hub.</summary>
public sealed class HubPin : PackagePin
{
    public required string Package { get; init; }

    public required HubRelease Release { get; init; }

    /// <summary>The newest version that could be installed.</summary>
    public required string Latest { get; init; }

    public override string ShownVersion => Release.Version;

    public override string Identity => $"hub {Package} {Release.Version}";
}
