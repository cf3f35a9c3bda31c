using Deck.Models.Templating.Syntax.Expressions;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>Template data and output tags between two block tags, in a row.</summary>
internal sealed class OutputStatement(TextSpan span, OutputPart[] parts, Escaping escaping) : Statement(span)
{
    /// <summary>True where there is nothing but white space and comments.</summary>
    public bool IsBlank => Array.TrueForAll(parts, p => p.Expression is null && p.Text.IsWhiteSpace());

    public override Completion Render(Frame frame, Output output)
    {
        if (frame.Session.IsNative)
        {
            return RenderNative(frame, output);
        }

        foreach (OutputPart part in parts)
        {
            if (part.IsKnown)
            {
                output.WriteConstant(part);
            }
            else if (part.Expression is not null && RenderExpression(part.Expression, frame, output) == Completion.Return)
            {
                return Completion.Return;
            }
        }

        return Completion.Normal;
    }

    public override void VisitChildren(SyntaxWalker walker)
    {
        foreach (OutputPart part in parts)
        {
            if (part.Expression is not null)
            {
                walker.Visit(part.Expression);
            }
        }
    }

    /// <summary>Writes the value, unless it is the call of dbt's `return`.</summary>
    private Completion RenderExpression(Expression expression, Frame frame, Output output)
    {
        if (escaping != Escaping.None)
        {
            return RenderEscaped(expression, frame, output);
        }

        if (expression is CallExpression call)
        {
            return call.Render(frame, output);
        }

        Value value = expression.Evaluate(frame);
        frame.Session.Place = expression;
        output.WriteValue(value, expression.Span);
        return Completion.Normal;
    }

    private Completion RenderEscaped(Expression expression, Frame frame, Output output)
    {
        Value value = expression.Evaluate(frame);
        frame.Session.Place = expression;
        output.WriteValue(frame.Instance.EscapesAt(escaping) ? Html.Escape(value) : value, expression.Span);
        return Completion.Normal;
    }

    /// <summary>Neighbouring constants make one text; every other expression is a node of its own (spec/jinja.md, section 8).</summary>
    private Completion RenderNative(Frame frame, Output output)
    {
        string? constant = null;
        foreach (OutputPart part in parts)
        {
            if (part.NativeText is { } joined)
            {
                constant += joined;
                continue;
            }

            if (constant is not null)
            {
                output.WriteNode(new StringValue(constant));
                constant = null;
            }

            if (part.Expression is not null)
            {
                Value value = part.Expression.Evaluate(frame);
                frame.Session.Place = part.Expression;
                output.WriteNode(value);
            }
        }

        if (constant is not null)
        {
            output.WriteNode(new StringValue(constant));
        }

        return Completion.Normal;
    }
}
