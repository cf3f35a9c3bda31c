using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>`name=value` in a call.</summary>
internal sealed record NamedArgument(string Name, TextSpan Span, Expression Value);
