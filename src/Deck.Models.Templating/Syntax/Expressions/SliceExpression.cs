using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>`start:stop:step` inside a subscript.</summary>
internal sealed class SliceExpression(TextSpan span, Expression? start, Expression? stop, Expression? step) : Expression(span)
{
    public Value Apply(Value target, Frame frame)
    {
        Value? from = start?.Evaluate(frame);
        Value? to = stop?.Evaluate(frame);
        Value? by = step?.Evaluate(frame);
        frame.Session.Place = this;
        return Lookup.Slice(target, from, to, by);
    }

    /// <summary>The slice of a constant, which jinja2's optimizer takes by its own lookup: a TypeError gives Undefined there.</summary>
    public Value? FoldOn(Value target)
    {
        Expression?[] bounds = [start, stop, step];
        Value?[] values = [.. bounds.Select(b => b?.Fold())];
        return bounds.Zip(values).All(p => p.First is null || p.Second is not null)
            ? Lookup.SliceOfConstant(target, values[0], values[1], values[2])
            : null;
    }

    /// <summary>A slice that is one of several keys: no type of ours takes such a key, so it only has to exist.</summary>
    public override Value Evaluate(Frame frame) => SliceValue.Instance;

    public override void VisitChildren(SyntaxWalker walker)
    {
        VisitBound(start, walker);
        VisitBound(stop, walker);
        VisitBound(step, walker);
    }

    private static void VisitBound(Expression? bound, SyntaxWalker walker)
    {
        if (bound is not null)
        {
            walker.Visit(bound);
        }
    }

    /// <summary>Python's slice object.</summary>
    private sealed class SliceValue : Value
    {
        public static SliceValue Instance { get; } = new();

        public override string TypeName => "slice";

        public override string Repr() => "slice(None, None, None)";
    }
}
