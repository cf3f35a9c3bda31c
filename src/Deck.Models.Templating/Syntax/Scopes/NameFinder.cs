namespace Deck.Models.Templating.Syntax.Scopes;

/// <summary>Collects the names of one scope; inner scopes are left to be collected when they are bound.</summary>
internal sealed class NameFinder(Symbols symbols) : SyntaxWalker
{
    public Symbols Symbols { get; } = symbols;

    public override void Visit(SyntaxNode node) => node.Declare(this);
}
