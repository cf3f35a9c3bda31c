using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>`{% break %}` and `{% continue %}`.</summary>
internal sealed class LoopControlStatement(TextSpan span, Completion completion) : Statement(span)
{
    public override Completion Render(Frame frame, Output output) => completion;

    public override void VisitChildren(SyntaxWalker walker)
    {
    }
}
