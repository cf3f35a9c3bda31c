using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>`left and right`, `left or right`: the operand that decides, unchanged.</summary>
internal sealed class LogicalExpression(TextSpan span, bool isAnd, Expression left, Expression right) : Expression(span)
{
    public override Value Evaluate(Frame frame)
    {
        Value value = left.Evaluate(frame);
        frame.Session.Place = left;
        return value.IsTrue == isAnd ? right.Evaluate(frame) : value;
    }

    protected override Value? Compute() => left.Fold() is { } value ? (value.IsTrue == isAnd ? right.Fold() : value) : null;

    public override void VisitChildren(SyntaxWalker walker)
    {
        walker.Visit(left);
        walker.Visit(right);
    }

    /// <summary>Where a constant decides, the other operand is never compiled, whatever is wrong with it.</summary>
    public override void Bind(NameBinder binder)
    {
        binder.Visit(left);
        if (left.Fold() is not { } value || value.IsTrue == isAnd)
        {
            binder.Visit(right);
        }
    }
}
