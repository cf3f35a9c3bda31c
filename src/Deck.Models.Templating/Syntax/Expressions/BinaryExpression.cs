using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>`left op right` for an arithmetic operator.</summary>
internal sealed class BinaryExpression(TextSpan span, BinaryOperator op, Expression left, Expression right) : Expression(span)
{
    public override Value Evaluate(Frame frame)
    {
        Value first = left.Evaluate(frame);
        Value second = right.Evaluate(frame);
        frame.Session.Place = this;
        return Operators.Binary(op, first, second);
    }

    protected override Value? Compute() =>
        left.Fold() is { } first && right.Fold() is { } second && Folding.IsCheap(op, first, second)
            ? Operators.Binary(op, first, second)
            : null;

    public override void VisitChildren(SyntaxWalker walker)
    {
        walker.Visit(left);
        walker.Visit(right);
    }
}
