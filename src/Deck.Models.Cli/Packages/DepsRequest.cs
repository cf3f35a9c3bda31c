using Deck.Models.Engine.Packages.Editing;

namespace Deck.Models.Cli.Packages;

/// <summary>What `deps` was asked to do.</summary>
/// <param name="IsLockOnly">Write the lock, install nothing.</param>
/// <param name="IsUpgrade">Choose versions anew.</param>
/// <param name="Added">The package to add to packages.yml, or null.</param>
internal sealed record DepsRequest(bool IsLockOnly, bool IsUpgrade, NewPackage? Added);
