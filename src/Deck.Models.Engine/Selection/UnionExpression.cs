using System.Collections.Immutable;

namespace Deck.Models.Engine.Selection;

/// <summary>What any part selects; nothing where there is no part.</summary>
public sealed class UnionExpression(ImmutableArray<SelectionExpression> parts) : SelectionExpression
{
    public ImmutableArray<SelectionExpression> Parts { get; } = parts;
}
