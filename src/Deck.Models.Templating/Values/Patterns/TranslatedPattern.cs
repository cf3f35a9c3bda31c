namespace Deck.Models.Templating.Values;

/// <summary>A Python pattern in .NET's syntax, its groups numbered as Python numbers them.</summary>
/// <param name="Text">The pattern; flags stand in it, never beside it.</param>
/// <param name="Flags">The flags given and those that the pattern sets for itself.</param>
/// <param name="GroupCount">How many groups capture.</param>
/// <param name="Names">The numbers of the named groups, in order.</param>
/// <param name="Closing">The numbers of the groups in the order in which they close.</param>
internal sealed record TranslatedPattern(string Text, int Flags, int GroupCount, OrderedDictionary<string, int> Names, IReadOnlyList<int> Closing);
