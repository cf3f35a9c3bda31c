using Deck.Models.Templating.Syntax.Expressions;
using Deck.Models.Templating.Syntax.Statements;

namespace Deck.Models.Templating.Syntax.Scopes;

/// <summary>Finds which of a few special names a tree reads before it assigns them, in the order of the text.</summary>
internal sealed class UndeclaredNames : SyntaxWalker
{
    private readonly HashSet<string> open;
    private readonly HashSet<string> found = [];

    private UndeclaredNames(IEnumerable<string> names) => open = [.. names];

    public static HashSet<string> In(SyntaxNode node, IEnumerable<string> names)
    {
        UndeclaredNames finder = new(names);
        finder.Visit(node);
        return finder.found;
    }

    public override void Visit(SyntaxNode node)
    {
        switch (node)
        {
            case NameExpression name:
                if (open.Contains(name.Name))
                {
                    found.Add(name.Name);
                }

                break;
            case BlockStatement:
                break;
            default:
                node.VisitChildren(this);
                open.ExceptWith(AssignedBy(node));
                break;
        }
    }

    private static IEnumerable<string> AssignedBy(SyntaxNode node) => node is IAssigns assigns ? assigns.AssignedNames : [];
}
