using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>`target.name`.</summary>
internal sealed class AttributeExpression(TextSpan span, Expression target, string name) : Expression(span)
{
    private readonly StringValue key = new(name);

    public Expression Target { get; } = target;

    public string Name => key.Text;

    public override TextSpan? PlaceOf(UndefinedValue missing) =>
        missing.Owner is not null && missing.Name == Name ? TextSpan.Between(Math.Max(Target.Span.End, Span.End - Name.Length), Span.End) : null;

    public override Value Evaluate(Frame frame)
    {
        Value value = Target.Evaluate(frame);
        frame.Session.Place = this;
        return Lookup.Attribute(value, key, frame.Instance.Mode);
    }

    protected override Value? Compute() => Target.Fold() is { } value ? Lookup.Attribute(value, key, LookupMode.Plain) : null;

    public override void VisitChildren(SyntaxWalker walker) => walker.Visit(Target);
}
