using Deck.Models.Templating.Syntax;

namespace Deck.Models.Templating.Rendering;

/// <summary>The state of an output where a value begins that is written piece by piece.</summary>
internal readonly record struct OutputMark(int Length, bool IsMapped, SyntaxNode? Unjoined);
