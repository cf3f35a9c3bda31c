using System.Collections.Immutable;
using Deck.Models.Engine.Packages.Requests;

namespace Deck.Models.Engine.Packages.Hub;

/// <summary>One version of a package of the hub.</summary>
public sealed class HubRelease
{
    /// <summary>The version as the hub writes it.</summary>
    public required string Version { get; init; }

    /// <summary>The name of the project: the folder into which it is installed.</summary>
    public required string Project { get; init; }

    /// <summary>What the version itself asks for.</summary>
    public required ImmutableArray<PackageRequest> Requests { get; init; }

    /// <summary>The versions of dbt that it works with; empty where it does not say.</summary>
    public ImmutableArray<string> RequiredDbtVersions { get; init; } = [];

    public required Uri Tarball { get; init; }

    /// <summary>The archive's SHA-1 or SHA-256 in hexadecimal digits, or null where the index gives none.</summary>
    public string? Checksum { get; init; }
}
