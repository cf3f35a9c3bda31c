using System.Collections.Immutable;

namespace Deck.Models.Engine.Packages.Requests;

/// <summary>What a project asks for in packages.yml or dependencies.yml.</summary>
public sealed class PackagesFile
{
    /// <summary>The file's name; `packages.yml` where there is neither.</summary>
    public required string FileName { get; init; }

    public required ImmutableArray<PackageRequest> Requests { get; init; }

    /// <summary>dbt's `sha1_hash` over the requests, by which a lock is known to fit.</summary>
    public required string Hash { get; init; }
}
