using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>`a ~ b ~ c`: the texts of all operands.</summary>
internal sealed class ConcatExpression(TextSpan span, Expression[] operands) : Expression(span)
{
    public override Value Evaluate(Frame frame)
    {
        if (operands is [var first, var second])
        {
            string left = TextOf(first, frame);
            string right = TextOf(second, frame);
            SequenceLimits.Demand(1, (long)left.Length + right.Length);
            return new StringValue(string.Concat(left, right));
        }

        string[] texts = new string[operands.Length];
        long length = 0;
        for (int i = 0; i < operands.Length; i++)
        {
            texts[i] = TextOf(operands[i], frame);
            length += texts[i].Length;
        }

        SequenceLimits.Demand(1, length);
        return new StringValue(string.Concat(texts));
    }

    private static string TextOf(Expression operand, Frame frame)
    {
        Value value = operand.Evaluate(frame);
        frame.Session.Place = operand;
        return value.ToText();
    }

    protected override Value? Compute() =>
        Folding.All(operands) is { } values ? new StringValue(string.Concat(values.Select(v => v.ToText()))) : null;

    public override void VisitChildren(SyntaxWalker walker) => walker.VisitAll(operands);
}
