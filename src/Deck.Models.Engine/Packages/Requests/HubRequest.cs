using System.Collections.Immutable;
using Deck.Models.Engine.Packages.Versions;

namespace Deck.Models.Engine.Packages.Requests;

/// <summary>A package of the hub: `package:` with the versions that will do.</summary>
public sealed class HubRequest : PackageRequest
{
    /// <summary>`namespace/name`.</summary>
    public required string Package { get; init; }

    public required ImmutableArray<VersionSpecifier> Versions { get; init; }

    public bool InstallPrerelease { get; init; }

    public override string Name => Package;

    public override string ShownName => Package;

    public override string Wanted => string.Join(", ", Versions);

    public override string Kind => "hub";
}
