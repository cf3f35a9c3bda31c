namespace Deck.Models.Templating.Syntax.Scopes;

/// <summary>Copies a variable of an outer scope into one of the same name on entry to a scope.</summary>
/// <param name="Hops">How many functions out the source is.</param>
/// <param name="From">Its slot there.</param>
/// <param name="To">The slot here.</param>
/// <param name="ResolvedName">The name to ask the host for where the source has no value yet, or null.</param>
internal sealed record SlotCopy(int Hops, int From, int To, string? ResolvedName);
