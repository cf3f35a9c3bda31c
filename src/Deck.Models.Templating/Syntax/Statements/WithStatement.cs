using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>`{% with a = 1, b = 2 %}body{% endwith %}`.</summary>
internal sealed class WithStatement(TextSpan span, AssignmentTarget[] targets, Expression[] values, StatementList body) : Statement(span), IAssigns
{
    private AssignmentTarget[] targets = targets;
    private ScopeEntry entry = ScopeEntry.Empty;

    public IEnumerable<string> AssignedNames => targets.SelectMany(t => t.Names);

    public override Completion Render(Frame frame, Output output)
    {
        entry.Enter(frame);
        for (int i = 0; i < targets.Length; i++)
        {
            Value value = values[i].Evaluate(frame);
            frame.Session.Place = this;
            targets[i].Assign(frame, value);
        }

        return body.Render(frame, output);
    }

    public override void VisitChildren(SyntaxWalker walker)
    {
        walker.VisitAll(values);
        walker.Visit(body);
    }

    public override void Declare(NameFinder names) => names.VisitAll(values);

    public override void Bind(NameBinder binder)
    {
        binder.VisitAll(values);
        NameBinder inner = binder.Inner(binder.Symbols.Inner());
        foreach (AssignmentTarget target in targets)
        {
            target.Declare(inner.Symbols, asParameter: true);
        }

        inner.DeclareAll(body);
        targets = [.. targets.Select(t => t.Resolve(inner.Symbols))];
        inner.Visit(body);
        entry = inner.Symbols.Entry();
    }
}
