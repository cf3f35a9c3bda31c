using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax;

/// <summary>A node that has a value.</summary>
internal abstract class Expression(TextSpan span) : SyntaxNode(span)
{
    /// <exception cref="TemplateException">The evaluation fails; the session's place says where.</exception>
    public abstract Value Evaluate(Frame frame);

    /// <summary>The value that is known before rendering, as Jinja's optimizer finds it, or null: what fails is left to fail at run time.</summary>
    public Value? Fold()
    {
        try
        {
            return Compute();
        }
        catch (TemplateException)
        {
            return null;
        }
    }

    /// <summary>The value from those of the operands where all of them are known before rendering, or null.</summary>
    /// <exception cref="TemplateException">There is no such value: the evaluation fails, too.</exception>
    protected virtual Value? Compute() => null;
}
