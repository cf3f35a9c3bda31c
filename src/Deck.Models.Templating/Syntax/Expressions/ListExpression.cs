using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>`[a, b]`: a new list each time.</summary>
internal sealed class ListExpression(TextSpan span, Expression[] items) : Expression(span)
{
    public ReadOnlySpan<Expression> Items => items;

    public override Value Evaluate(Frame frame) => new ListValue(TupleExpression.EvaluateAll(items, frame));

    protected override Value? Compute() => Folding.All(items) is { } values ? new ListValue(values) : null;

    public override void VisitChildren(SyntaxWalker walker) => walker.VisitAll(items);
}
