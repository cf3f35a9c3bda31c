namespace Deck.Models.Templating.Syntax;

/// <summary>Goes over a tree; what it does with each node is the heir's.</summary>
internal abstract class SyntaxWalker
{
    public abstract void Visit(SyntaxNode node);

    public void VisitAll(ReadOnlySpan<Expression> nodes)
    {
        foreach (Expression node in nodes)
        {
            Visit(node);
        }
    }
}
