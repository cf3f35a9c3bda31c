using System.Collections.Immutable;

namespace Deck.Models.Engine.Packages.Editing;

/// <summary>A packages file with a package added.</summary>
/// <param name="Replaced">The addresses of entries that the new one takes the place of.</param>
public sealed record EditedPackages(string Text, ImmutableArray<string> Replaced);
