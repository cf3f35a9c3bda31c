namespace Deck.Models.Templating.Syntax.Scopes;

/// <summary>What happens to a variable on entry to its scope; <paramref name="Outer"/> is what an alias copies.</summary>
internal sealed record VariableLoad(LoadKind Kind, Variable? Outer = null);
