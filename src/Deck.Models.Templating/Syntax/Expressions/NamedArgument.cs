namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>`name=value` in a call.</summary>
internal sealed record NamedArgument(string Name, Expression Value);
