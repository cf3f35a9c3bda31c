using System.Collections.Immutable;

namespace Deck.Models.Engine.Packages.Resolution;

/// <summary>The outcome of resolving: every package that is needed, in the order of the lock.</summary>
public sealed record ResolvedPackages(ImmutableArray<PackageContents> Packages);
