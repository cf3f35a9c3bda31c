using Deck.Models.Engine.Packages.Resolution;

namespace Deck.Models.Engine.Packages;

/// <summary>A package that is to be installed, and the name of its project: its folder.</summary>
public sealed record NamedPackage(PackagePin Pin, string Project, FetchedPackage Fetched);
