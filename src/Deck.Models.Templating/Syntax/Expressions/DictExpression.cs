using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>`{key: value}`: a new dict each time.</summary>
internal sealed class DictExpression(TextSpan span, Expression[] keys, Expression[] values) : Expression(span)
{
    public override Value Evaluate(Frame frame)
    {
        DictValue dict = new();
        dict.Table.EnsureCapacity(keys.Length);
        for (int i = 0; i < keys.Length; i++)
        {
            Value key = keys[i].Evaluate(frame);
            Value value = values[i].Evaluate(frame);
            frame.Session.Place = keys[i];
            dict.Table[key] = value;
        }

        return dict;
    }

    protected override Value? Compute()
    {
        if (Folding.All(keys) is not { } foldedKeys || Folding.All(values) is not { } foldedValues)
        {
            return null;
        }

        DictValue dict = new();
        for (int i = 0; i < foldedKeys.Length; i++)
        {
            dict.Table[foldedKeys[i]] = foldedValues[i];
        }

        return dict;
    }

    public override void VisitChildren(SyntaxWalker walker)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            walker.Visit(keys[i]);
            walker.Visit(values[i]);
        }
    }
}
