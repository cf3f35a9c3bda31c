using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Expressions;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>One piece of output: template data, or an expression with its text where that is known before rendering.</summary>
internal sealed class OutputPart
{
    private OutputPart(TextSpan span, string? text, Expression? expression)
    {
        Span = span;
        Text = text;
        Expression = expression;
    }

    public TextSpan Span { get; }

    /// <summary>The text, where it is known.</summary>
    public string? Text { get; }

    /// <summary>The expression; null for template data.</summary>
    public Expression? Expression { get; }

    /// <summary>The text that native rendering joins with that of its neighbours; null where the piece is a node of its own.</summary>
    public string? NativeText { get; private init; }

    public static OutputPart OfData(TextSpan span, string text) => new(span, text, null) { NativeText = text };

    public static OutputPart OfExpression(Expression expression, Escaping escaping)
    {
        Value? folded = expression.Fold();
        string? text = folded is null ? null : TextOf(folded);
        bool escapes = (escaping & Escaping.On) != 0 && folded is not null && text is not null;
        return new OutputPart(expression.Span, escapes && folded is not null ? Html.Escape(folded).Text : text, expression)
        {
            NativeText = folded is not null && Folding.IsSafe(folded) ? text : null,
        };
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
