using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Syntax.Statements;

namespace Deck.Models.Templating.Rendering;

/// <summary>Collects the names that a text gives a meaning itself: what it assigns anywhere, loops' items, macros and their parameters.</summary>
internal sealed class LocalNames : SyntaxWalker
{
    private readonly List<string> names = [];

    private LocalNames()
    {
    }

    public static IReadOnlyList<string> In(SyntaxNode node)
    {
        LocalNames finder = new();
        finder.Visit(node);
        return finder.names;
    }

    public override void Visit(SyntaxNode node)
    {
        if (node is IAssigns assigns)
        {
            names.AddRange(assigns.AssignedNames);
        }
        else if (node is MacroDefinition macro)
        {
            names.Add(macro.Name);
            names.AddRange(macro.Describe().Select(p => p.Name));
        }

        node.VisitChildren(this);
    }
}
