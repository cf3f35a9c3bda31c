using Deck.Models.Text;

namespace Deck.Models.Templating.Parsing;

/// <summary>A block tag whose end tag has not been seen yet.</summary>
internal sealed record OpenTag(string Name, TextSpan Span);
