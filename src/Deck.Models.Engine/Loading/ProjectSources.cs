using System.Collections.Immutable;

namespace Deck.Models.Engine.Loading;

/// <summary>Everything read from disk for one invocation: the root project first, then its installed packages, then the embedded `dbt` library.</summary>
public sealed class ProjectSources
{
    public required ImmutableArray<PackageSources> Packages { get; init; }

    public required ConnectionProfile Profile { get; init; }

    public required InvocationSettings Settings { get; init; }

    public PackageSources Root => Packages[0];
}
