using Deck.Models.Templating.Syntax.Expressions;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>`{% call(args) macro(…) %}body{% endcall %}`: calls the macro with the body as its `caller`.</summary>
internal sealed class CallStatement(TextSpan span, MacroDefinition caller, CallExpression call) : Statement(span)
{
    public override Completion Render(Frame frame, Output output)
    {
        Value value = call.Evaluate(frame, new MacroValue(caller, frame, MacroKind.CallBody));
        frame.Session.Place = call;
        output.WriteBuffered(value, call.Span);
        return Completion.Normal;
    }

    public override void VisitChildren(SyntaxWalker walker)
    {
        walker.Visit(caller);
        walker.Visit(call);
    }

    public override void Declare(NameFinder names) => names.Visit(call);
}
