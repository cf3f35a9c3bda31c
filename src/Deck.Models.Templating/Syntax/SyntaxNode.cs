using Deck.Models.Templating.Syntax.Expressions;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax;

/// <summary>A node of a template's tree: immutable once <see cref="Bind"/> has given its names their slots.</summary>
internal abstract class SyntaxNode(TextSpan span)
{
    public TextSpan Span { get; } = span;

    /// <summary>The arguments that the node gives to what it calls.</summary>
    public virtual ArgumentList Given => ArgumentList.Empty;

    /// <summary>The part of the node that names a missing value, or null where it is another's.</summary>
    public virtual TextSpan? PlaceOf(UndefinedValue missing) => null;

    /// <summary>Visits the nodes directly below, in the order in which they are evaluated.</summary>
    public abstract void VisitChildren(SyntaxWalker walker);

    /// <summary>Tells the scope that the node stands in which names it reads and assigns there.</summary>
    public virtual void Declare(NameFinder names) => VisitChildren(names);

    /// <summary>Gives names their slots, and reports what only shows now: unknown filters and tests.</summary>
    public virtual void Bind(NameBinder binder) => VisitChildren(binder);
}
