using Deck.Models.Text;

namespace Deck.Models.Engine.Selection.Selectors;

/// <summary>A selector of selectors.yml.</summary>
/// <param name="IsDefault">True for the one that applies where a command selects nothing.</param>
public sealed record NamedSelector(string Name, SelectionExpression Expression, bool IsDefault, Location Location);
