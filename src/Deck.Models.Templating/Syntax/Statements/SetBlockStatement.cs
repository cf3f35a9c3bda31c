using Deck.Models.Templating.Syntax.Expressions;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>`{% set target | filters %}body{% endset %}`: the text that the body renders to.</summary>
internal sealed class SetBlockStatement(TextSpan span, AssignmentTarget target, FilterExpression? filter, StatementList body) : Statement(span), IAssigns
{
    private AssignmentTarget target = target;
    private ScopeEntry entry = ScopeEntry.Empty;

    public IEnumerable<string> AssignedNames => target.Names;

    public override Completion Render(Frame frame, Output output)
    {
        entry.Enter(frame);
        Completion completion = frame.Session.Capture(body, frame, out StringValue text);
        if (completion != Completion.Normal)
        {
            return completion;
        }

        Value value = filter?.EvaluateOn(text, frame) ?? text;
        frame.Session.Place = this;
        value = frame.Instance.Escapes ? StringValue.Markup(value.ToText()) : value;
        target.Assign(frame, value);
        return Completion.Normal;
    }

    public override void VisitChildren(SyntaxWalker walker)
    {
        if (filter is not null)
        {
            walker.Visit(filter);
        }

        walker.Visit(body);
    }

    public override void Declare(NameFinder names) => target.Declare(names.Symbols, asParameter: false);

    public override void Bind(NameBinder binder)
    {
        NameBinder inner = binder.Inner(binder.Symbols.Inner());
        inner.DeclareAll(body);
        if (filter is not null)
        {
            inner.DeclareAll(filter);
            inner.Visit(filter);
        }

        inner.Visit(body);
        entry = inner.Symbols.Entry();
        target = target.Resolve(binder.Symbols);
    }
}
