namespace Deck.Models.Engine.Selection;

/// <summary>What the first part selects and the second does not.</summary>
public sealed class DifferenceExpression(SelectionExpression included, SelectionExpression excluded) : SelectionExpression
{
    public SelectionExpression Included { get; } = included;

    public SelectionExpression Excluded { get; } = excluded;
}
