using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>`target[key]`, and slices of it.</summary>
internal sealed class ItemExpression(TextSpan span, Expression target, Expression key) : Expression(span)
{
    public Expression Target { get; } = target;

    public Expression Key { get; } = key;

    public override TextSpan? PlaceOf(UndefinedValue missing) =>
        missing.Owner is not null && Key is ConstantExpression { Value: StringValue name } && name.Text == missing.Name ? Key.Span : null;

    public override Value Evaluate(Frame frame)
    {
        Value value = Target.Evaluate(frame);
        if (Key is SliceExpression slice)
        {
            return slice.Apply(value, frame);
        }

        Value item = Key.Evaluate(frame);
        frame.Session.Place = this;
        return Lookup.Item(value, item, frame.Instance.Mode);
    }

    protected override Value? Compute() =>
        Target.Fold() is not { } value ? null
        : Key is SliceExpression slice ? slice.FoldOn(value)
        : Key.Fold() is { } item ? Lookup.Item(value, item, LookupMode.Plain)
        : null;

    public override void VisitChildren(SyntaxWalker walker)
    {
        walker.Visit(Target);
        walker.Visit(Key);
    }
}
