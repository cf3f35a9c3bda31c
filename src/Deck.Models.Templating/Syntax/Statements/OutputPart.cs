using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Expressions;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>One piece of output: template data, or an expression with its text where that is known before rendering.</summary>
internal sealed class OutputPart
{
    private OutputPart(TextSpan span, string? text, Expression? expression, bool isNativeConstant)
    {
        Span = span;
        Text = text;
        Expression = expression;
        IsNativeConstant = isNativeConstant;
    }

    public TextSpan Span { get; }

    /// <summary>The text, where it is known.</summary>
    public string? Text { get; }

    /// <summary>The expression; null for template data.</summary>
    public Expression? Expression { get; }

    /// <summary>Whether native rendering, too, joins the piece with its neighbours as text.</summary>
    public bool IsNativeConstant { get; }

    public static OutputPart OfData(TextSpan span, string text) => new(span, text, null, true);

    public static OutputPart OfExpression(Expression expression)
    {
        Value? folded = expression.Fold();
        string? text = folded is null ? null : TextOf(folded);
        return new OutputPart(expression.Span, text, expression, folded is not null && text is not null && Folding.IsSafe(folded));
    }

    /// <summary>The text of a constant, or null where it has none that can be printed.</summary>
    private static string? TextOf(Value constant)
    {
        try
        {
            return constant.ToText();
        }
        catch (TemplateException)
        {
            return null;
        }
    }
}
