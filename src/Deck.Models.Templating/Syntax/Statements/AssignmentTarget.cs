using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>What can be assigned to: a name, an attribute of a namespace, or a tuple of such.</summary>
internal abstract class AssignmentTarget(TextSpan span)
{
    public TextSpan Span { get; } = span;

    /// <summary>Declares the names; as parameters where the construct assigns them before anything else happens in its scope.</summary>
    public abstract void Declare(Symbols symbols, bool asParameter);

    /// <summary>The same target with its names' slots in a scope.</summary>
    public abstract AssignmentTarget Resolve(Symbols symbols);

    /// <summary>All names in the target.</summary>
    public abstract IEnumerable<string> Names { get; }

    /// <summary>Checks what can be checked before the value is known, as jinja2 does: that a namespace is one.</summary>
    public virtual void Check(Frame frame)
    {
    }

    public abstract void Assign(Frame frame, Value value);
}
