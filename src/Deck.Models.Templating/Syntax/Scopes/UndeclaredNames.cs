using Deck.Models.Templating.Syntax.Expressions;
using Deck.Models.Templating.Syntax.Statements;

namespace Deck.Models.Templating.Syntax.Scopes;

/// <summary>Finds which of a few special names a tree reads before it assigns them.</summary>
internal sealed class UndeclaredNames : SyntaxWalker
{
    private readonly string[] names;
    private int assigned;
    private int found;

    private UndeclaredNames(string[] names) => this.names = names;

    /// <param name="names">Fewer than 32.</param>
    /// <returns>Those that are read, in the order of <paramref name="names"/>.</returns>
    public static string[] In(SyntaxNode node, string[] names)
    {
        UndeclaredNames finder = new(names);
        finder.Visit(node);
        return finder.found == 0 ? [] : [.. names.Where(name => (finder.found & finder.BitOf(name)) != 0)];
    }

    public override void Visit(SyntaxNode node)
    {
        switch (node)
        {
            case NameExpression name:
                found |= BitOf(name.Name) & ~assigned;
                break;
            case BlockStatement:
                break;
            default:
                node.VisitChildren(this);
                Assign(node);
                break;
        }
    }

    private void Assign(SyntaxNode node)
    {
        if (node is IAssigns assigns)
        {
            foreach (string name in assigns.AssignedNames)
            {
                assigned |= BitOf(name);
            }
        }
    }

    private int BitOf(string name)
    {
        int index = Array.IndexOf(names, name);
        return index < 0 ? 0 : 1 << index;
    }
}
