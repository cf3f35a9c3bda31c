using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>`-x`, `+x` and `not x`.</summary>
internal sealed class UnaryExpression(TextSpan span, UnaryOperator op, Expression operand) : Expression(span)
{
    public override Value Evaluate(Frame frame)
    {
        Value value = operand.Evaluate(frame);
        frame.Session.Place = this;
        return Apply(value);
    }

    protected override Value? Compute() => operand.Fold() is { } value ? Apply(value) : null;

    public override void VisitChildren(SyntaxWalker walker) => walker.Visit(operand);

    private Value Apply(Value value) => op switch
    {
        UnaryOperator.Negate => Operators.Negate(value),
        UnaryOperator.Plus => Operators.Plus(value),
        _ => Operators.Not(value),
    };
}
