using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>`start:stop:step` inside a subscript.</summary>
internal sealed class SliceExpression(TextSpan span, Expression? start, Expression? stop, Expression? step) : Expression(span)
{
    public Value Apply(Value target, Frame frame, bool isConstant)
    {
        Value? from = start?.Evaluate(frame);
        Value? to = stop?.Evaluate(frame);
        Value? by = step?.Evaluate(frame);
        frame.Session.Place = this;
        return isConstant ? Lookup.SliceOfConstant(target, from, to, by) : Lookup.Slice(target, from, to, by);
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
