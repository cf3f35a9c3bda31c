using System.Collections.Immutable;
using Deck.Models.Engine.Packages.Requests;

namespace Deck.Models.Engine.Packages.Resolution;

/// <summary>What a pinned package says of itself.</summary>
/// <param name="Pin">The pin; of a git package, at its commit.</param>
/// <param name="Project">The name of its project: its folder once it is installed.</param>
/// <param name="Requests">The packages that it asks for.</param>
public sealed record PackageContents(PackagePin Pin, string Project, ImmutableArray<PackageRequest> Requests);
