using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>`{% autoescape option %}body{% endautoescape %}`: where the option is true, what is written and is not Markup is escaped.</summary>
internal sealed class AutoescapeStatement(TextSpan span, Expression option, StatementList body) : Statement(span)
{
    private ScopeEntry entry = ScopeEntry.Empty;

    public override Completion Render(Frame frame, Output output)
    {
        entry.Enter(frame);
        TemplateInstance instance = frame.Instance;
        bool outside = instance.Escapes;
        bool goesOn = false;
        try
        {
            instance.SetEscapes(option.Evaluate(frame).IsTrue);
            Completion completion = body.Render(frame, output);
            goesOn = completion is Completion.Break or Completion.Continue;
            return completion;
        }
        finally
        {
            // As in Jinja, whose code jumps over the line that restores it.
            instance.SetEscapes(goesOn ? instance.Escapes : outside);
        }
    }

    public override void VisitChildren(SyntaxWalker walker)
    {
        walker.Visit(option);
        walker.Visit(body);
    }

    public override void Declare(NameFinder names)
    {
    }

    public override void Bind(NameBinder binder)
    {
        NameBinder inner = binder.Inner(binder.Symbols.Inner());
        inner.DeclareAll(option);
        inner.DeclareAll(body);
        VisitChildren(inner);
        entry = inner.Symbols.Entry();
    }
}
