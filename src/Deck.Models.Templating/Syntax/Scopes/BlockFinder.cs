using Deck.Models.Templating.Syntax.Statements;

namespace Deck.Models.Templating.Syntax.Scopes;

/// <summary>Finds every `block` of a tree, those inside of others too.</summary>
internal sealed class BlockFinder : SyntaxWalker
{
    private readonly List<BlockStatement> found = [];

    private BlockFinder()
    {
    }

    public static List<BlockStatement> In(SyntaxNode node)
    {
        BlockFinder finder = new();
        node.VisitChildren(finder);
        return finder.found;
    }

    public override void Visit(SyntaxNode node)
    {
        if (node is BlockStatement block)
        {
            found.Add(block);
        }

        node.VisitChildren(this);
    }
}
