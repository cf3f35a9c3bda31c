using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>`a ~ b ~ c`: the texts of all operands.</summary>
internal sealed class ConcatExpression(TextSpan span, Expression[] operands) : Expression(span)
{
    public override Value Evaluate(Frame frame)
    {
        string[] texts = new string[operands.Length];
        for (int i = 0; i < operands.Length; i++)
        {
            Value value = operands[i].Evaluate(frame);
            frame.Session.Place = operands[i];
            texts[i] = value.ToText();
        }

        return new StringValue(string.Concat(texts));
    }

    public override Value? Fold() =>
        Folding.All(operands) is { } values ? Folding.Try(() => new StringValue(string.Concat(values.Select(v => v.ToText())))) : null;

    public override void VisitChildren(SyntaxWalker walker) => walker.VisitAll(operands);
}
