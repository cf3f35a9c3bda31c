using Deck.Models.Templating.Parsing;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Expressions;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>One piece of output: template data, or an expression with its text where that is known before rendering.</summary>
internal sealed class OutputPart
{
    /// <summary>What holds the text, from a place on; null where it is not known.</summary>
    private readonly string? whole;
    private readonly TextSpan place;

    private OutputPart(TextSpan span, string? whole, TextSpan place, Expression? expression)
    {
        Span = span;
        this.whole = whole;
        this.place = place;
        Expression = expression;
    }

    public TextSpan Span { get; }

    /// <summary>True where the text is known before rendering.</summary>
    public bool IsKnown => whole is not null;

    /// <summary>The text, where it is known.</summary>
    public ReadOnlySpan<char> Text => whole.AsSpan(place.Start, place.Length);

    /// <summary>The expression; null for template data.</summary>
    public Expression? Expression { get; }

    /// <summary>The text that native rendering joins with that of its neighbours; null where the piece is a node of its own.</summary>
    public string? NativeText => Expression is null ? Text.ToString() : Native;

    private string? Native { get; init; }

    /// <summary>Template data, which is not copied where it can be printed as it is written.</summary>
    public static OutputPart OfData(TextSpan span, string template)
    {
        bool isPlain = !template.AsSpan(span.Start, span.Length).Contains('\r');
        string text = isPlain ? template : TemplateText.NormalizeNewlines(template.AsSpan(span.Start, span.Length));
        return new OutputPart(span, text, isPlain ? span : new TextSpan(0, text.Length), null);
    }

    public static OutputPart OfExpression(Expression expression, Escaping escaping)
    {
        Value? folded = expression.Fold();
        string? text = folded is null ? null : TextOf(folded);
        bool escapes = (escaping & Escaping.On) != 0 && folded is not null && text is not null;
        string? known = escapes && folded is not null ? Html.Escape(folded).Text : text;
        return new OutputPart(expression.Span, known, new TextSpan(0, known?.Length ?? 0), expression)
        {
            Native = folded is not null && Folding.IsSafe(folded) ? text : null,
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
