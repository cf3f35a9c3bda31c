using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>`a ~ b ~ c`: the texts of all operands.</summary>
internal sealed class ConcatExpression(TextSpan span, Expression[] operands, Escaping escaping) : Expression(span)
{
    /// <summary>Jinja's compiler joins as text where an option of `autoescape` around is not a constant.</summary>
    private readonly bool mayBeMarkup = escaping == Escaping.On;

    public override Value Evaluate(Frame frame)
    {
        if (mayBeMarkup)
        {
            return EvaluateEscaped(frame);
        }

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

    /// <summary>From the first operand that is Markup on, and before it, everything is escaped; without one the result is plain text.</summary>
    private StringValue EvaluateEscaped(Frame frame)
    {
        Value[] values = TupleExpression.EvaluateAll(operands, frame);
        frame.Session.Place = this;
        bool isMarkup = Array.Exists(values, v => v is StringValue { IsMarkup: true });
        string[] texts = Array.ConvertAll(values, v => isMarkup ? Html.Escape(v).Text : v.ToText());
        SequenceLimits.Demand(1, texts.Sum(t => (long)t.Length));
        return isMarkup ? StringValue.Markup(string.Concat(texts)) : new StringValue(string.Concat(texts));
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
