namespace Deck.Models.Templating.Syntax.Scopes;

/// <summary>What happens to a variable on entry to its scope; <paramref name="Outer"/> is what an alias copies.</summary>
internal readonly record struct VariableLoad(LoadKind Kind, Variable? Outer = null);
