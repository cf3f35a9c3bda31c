using Deck.Models.Templating.Syntax.Statements;

namespace Deck.Models.Templating.Rendering;

/// <summary>Where a loop runs: its frame, its statement where it is recursive, how deep it is.</summary>
internal sealed record LoopLevel(Frame Frame, ForStatement? Recursive, int Depth);
