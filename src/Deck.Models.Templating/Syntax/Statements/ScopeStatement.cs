using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>A scope without a construct of its own: `{% autoescape %}`, which changes nothing here.</summary>
internal sealed class ScopeStatement(TextSpan span, Expression option, StatementList body) : Statement(span)
{
    private ScopeEntry entry = ScopeEntry.Empty;

    public override Completion Render(Frame frame, Output output)
    {
        entry.Enter(frame);
        option.Evaluate(frame);
        return body.Render(frame, output);
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
