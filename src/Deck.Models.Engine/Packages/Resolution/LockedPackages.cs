using System.Collections.Immutable;

namespace Deck.Models.Engine.Packages.Resolution;

/// <summary>The packages of a lock, fetched.</summary>
public sealed record LockedPackages(ImmutableArray<NamedPackage> Packages);
