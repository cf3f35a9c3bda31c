using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>A comparison, or a chain of them: `a &lt; b &lt;= c` evaluates each operand once and stops at the first false one.</summary>
internal sealed class CompareExpression(TextSpan span, Expression first, CompareOperator[] operators, Expression[] operands) : Expression(span)
{
    public override Value Evaluate(Frame frame)
    {
        Value left = first.Evaluate(frame);
        for (int i = 0; i < operators.Length; i++)
        {
            Value right = operands[i].Evaluate(frame);
            frame.Session.Place = this;
            if (!Operators.Compare(operators[i], left, right))
            {
                return BooleanValue.False;
            }

            left = right;
        }

        return BooleanValue.True;
    }

    protected override Value? Compute()
    {
        if (first.Fold() is not { } start || Folding.All(operands) is not { } values)
        {
            return null;
        }

        Value left = start;
        for (int i = 0; i < operators.Length; i++)
        {
            if (!Operators.Compare(operators[i], left, values[i]))
            {
                return BooleanValue.False;
            }

            left = values[i];
        }

        return BooleanValue.True;
    }

    public override void VisitChildren(SyntaxWalker walker)
    {
        walker.Visit(first);
        walker.VisitAll(operands);
    }
}
