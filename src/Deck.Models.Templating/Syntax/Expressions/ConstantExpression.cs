using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>A literal, or what could be computed from literals.</summary>
internal sealed class ConstantExpression(TextSpan span, Value value) : Expression(span)
{
    public Value Value { get; } = value;

    /// <summary>Jinja writes constants into Python code, where infinity and NaN have no literal: reading one is a NameError there.</summary>
    public override Value Evaluate(Frame frame) =>
        Value is FloatValue { Number: var number } && !double.IsFinite(number)
            ? throw new TemplateException("NameError", $"name '{Value.Repr().TrimStart('-')}' is not defined")
            : Value;

    protected override Value Compute() => Value;

    public override void VisitChildren(SyntaxWalker walker)
    {
    }
}
