namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>`name=value` in a call.</summary>
internal readonly record struct NamedArgument(string Name, Expression Value);
