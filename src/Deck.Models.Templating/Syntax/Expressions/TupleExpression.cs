using System.Runtime.InteropServices;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>`a, b`, with or without parentheses.</summary>
internal sealed class TupleExpression(TextSpan span, Expression[] items) : Expression(span)
{
    public ReadOnlySpan<Expression> Items => items;

    public override Value Evaluate(Frame frame) => new TupleValue(ImmutableCollectionsMarshal.AsImmutableArray(EvaluateAll(items, frame)));

    protected override Value? Compute() => Folding.All(items) is { } values ? new TupleValue(ImmutableCollectionsMarshal.AsImmutableArray(values)) : null;

    public override void VisitChildren(SyntaxWalker walker) => walker.VisitAll(items);

    internal static Value[] EvaluateAll(Expression[] items, Frame frame)
    {
        if (items.Length == 0)
        {
            return [];
        }

        Value[] values = new Value[items.Length];
        for (int i = 0; i < items.Length; i++)
        {
            values[i] = items[i].Evaluate(frame);
        }

        return values;
    }
}
