using Deck.Models.Templating.Syntax.Expressions;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>`{% do expression %}`.</summary>
internal sealed class DoStatement(TextSpan span, Expression expression) : Statement(span)
{
    public override Completion Render(Frame frame, Output output)
    {
        if (expression is CallExpression call)
        {
            return call.Evaluate(frame, out _);
        }

        expression.Evaluate(frame);
        return Completion.Normal;
    }

    public override void VisitChildren(SyntaxWalker walker) => walker.Visit(expression);
}
