using System.Collections.Immutable;

namespace Deck.Models.Engine.Packages.Hub;

/// <summary>A package of the hub with its versions.</summary>
public sealed class HubPackage
{
    public required ImmutableArray<HubRelease> Releases { get; init; }

    /// <summary>`namespace/name` that has taken the package's place, or null.</summary>
    public string? MovedTo { get; init; }
}
