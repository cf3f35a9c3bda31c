using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>`target.name`.</summary>
internal sealed class AttributeExpression(TextSpan span, Expression target, string name) : Expression(span)
{
    public Expression Target { get; } = target;

    public string Name { get; } = name;

    public override Value Evaluate(Frame frame)
    {
        Value value = Target.Evaluate(frame);
        frame.Session.Place = this;
        return Lookup.Attribute(value, Name, frame.Instance.Mode);
    }

    public override Value? Fold() => Target.Fold() is { } value ? Folding.Try(() => Lookup.Attribute(value, Name, LookupMode.Plain)) : null;

    public override void VisitChildren(SyntaxWalker walker) => walker.Visit(Target);
}
