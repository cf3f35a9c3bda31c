using Deck.Models.Engine.Loading;

namespace Deck.Models.Engine.Packages;

/// <summary>A package on this machine, not in place yet.</summary>
/// <param name="Folder">Where the store has it; means nothing to others.</param>
/// <param name="Commit">The commit that a git package stands at; null for others.</param>
public sealed record FetchedPackage(IProjectFiles Files, string Folder, string? Commit = null);
