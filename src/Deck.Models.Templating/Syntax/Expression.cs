using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax;

/// <summary>A node that has a value.</summary>
internal abstract class Expression(TextSpan span) : SyntaxNode(span)
{
    /// <exception cref="TemplateException">The evaluation fails; the session's place says where.</exception>
    public abstract Value Evaluate(Frame frame);

    /// <summary>The value that is known before rendering, as Jinja's optimizer finds it, or null.</summary>
    public virtual Value? Fold() => null;
}
