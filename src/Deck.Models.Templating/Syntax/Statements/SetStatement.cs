using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>`{% set target = value %}`.</summary>
internal sealed class SetStatement(TextSpan span, AssignmentTarget target, Expression value) : Statement(span), IAssigns
{
    private AssignmentTarget target = target;

    public IEnumerable<string> AssignedNames => target.Names;

    public override Completion Render(Frame frame, Output output)
    {
        frame.Session.Place = this;
        target.Check(frame);
        Value assigned = value.Evaluate(frame);
        frame.Session.Place = this;
        target.Assign(frame, assigned);
        return Completion.Normal;
    }

    public override void VisitChildren(SyntaxWalker walker) => walker.Visit(value);

    public override void Declare(NameFinder names)
    {
        names.Visit(value);
        target.Declare(names.Symbols, asParameter: false);
    }

    public override void Bind(NameBinder binder)
    {
        binder.Visit(value);
        target = target.Resolve(binder.Symbols);
    }
}
