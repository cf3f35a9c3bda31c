namespace Deck.Models.Engine.Selection;

/// <summary>A selection as a tree: criteria joined by union, intersection and difference.</summary>
public abstract class SelectionExpression
{
    private protected SelectionExpression()
    {
    }
}
