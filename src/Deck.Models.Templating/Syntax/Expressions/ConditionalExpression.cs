using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>`whenTrue if condition else whenFalse`; without the `else`, Undefined.</summary>
internal sealed class ConditionalExpression(TextSpan span, Expression condition, Expression whenTrue, Expression? whenFalse) : Expression(span)
{
    public override Value Evaluate(Frame frame)
    {
        Value test = condition.Evaluate(frame);
        frame.Session.Place = condition;
        if (test.IsTrue)
        {
            return whenTrue.Evaluate(frame);
        }

        return whenFalse?.Evaluate(frame) ?? Missing(frame.Instance);
    }

    protected override Value? Compute() => condition.Fold() is { } test ? (test.IsTrue ? whenTrue.Fold() : whenFalse?.Fold()) : null;

    public override void VisitChildren(SyntaxWalker walker)
    {
        walker.Visit(condition);
        walker.Visit(whenTrue);
        if (whenFalse is not null)
        {
            walker.Visit(whenFalse);
        }
    }

    public override void Bind(NameBinder binder) => VisitChildren(binder.Soft());

    /// <summary>jinja2 uses its own Undefined here, whatever the environment has.</summary>
    private UndefinedValue Missing(TemplateInstance instance) => UndefinedValue.Because(() => Explain(instance.Template.Source), LookupMode.Plain);

    private string Explain(SourceText source) =>
        $"the inline if-expression on line {source.PositionAt(Span.Start).Line} evaluated to false and no else section was defined.";
}
