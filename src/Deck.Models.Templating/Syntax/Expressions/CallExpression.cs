using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>`target(arguments)`.</summary>
internal sealed class CallExpression(TextSpan span, Expression target, ArgumentList arguments) : Expression(span)
{
    public Expression Target { get; } = target;

    public ArgumentList Arguments { get; } = arguments;

    public override ArgumentList Given => Arguments;

    public override Value Evaluate(Frame frame) => Evaluate(frame, null);

    /// <summary>The call with a call block's body as the further argument `caller`.</summary>
    public Value Evaluate(Frame frame, Value? caller)
    {
        Value callee = Target.Evaluate(frame);
        return Call(callee, Arguments.Evaluate(frame, caller), frame);
    }

    /// <summary>The call in a statement that can complete with dbt's `return`: Return, with its argument in the frame, or the call's value.</summary>
    public Completion Evaluate(Frame frame, out Value value) => Complete(Target.Evaluate(frame), frame, out value);

    /// <summary>Writes the call's value, that of a macro as it is rendered.</summary>
    public Completion Render(Frame frame, Output output)
    {
        Value callee = Target.Evaluate(frame);
        if (callee is MacroValue macro)
        {
            macro.RenderCall(this, frame, output);
            return Completion.Normal;
        }

        Completion completion = Complete(callee, frame, out Value value);
        if (completion == Completion.Normal)
        {
            frame.Session.Place = this;
            output.WriteValue(value, Span);
        }

        return completion;
    }

    /// <summary>Where the call stands, for the function that is called.</summary>
    public CallSite SiteIn(SourceText source) => new(
        new Location(source, Span),
        Arguments.Positional is [var first, ..] ? new Location(source, first.Span) : null);

    private Completion Complete(Value callee, Frame frame, out Value value)
    {
        Arguments values = Arguments.Evaluate(frame);
        if (ReferenceEquals(callee, DbtFunctions.Return) && values is { Positional: [var returned], Named.Length: 0 })
        {
            frame.Session.Place = this;
            value = frame.Return(returned);
            return Completion.Return;
        }

        value = Call(callee, values, frame);
        return Completion.Normal;
    }

    private Value Call(Value callee, Arguments values, Frame frame)
    {
        frame.Session.Place = this;
        if (callee is UndefinedValue { Chains: true } missing)
        {
            NoteUndefined(missing, frame);
        }

        return callee.Call(values);
    }

    /// <summary>
    /// A name that the text sets somewhere may have its value in another phase; one that nothing sets has none in any, nor has what a
    /// value with fixed attributes lacks.
    /// </summary>
    private void NoteUndefined(UndefinedValue missing, Frame frame)
    {
        Expression root = Target;
        while (root is AttributeExpression attribute)
        {
            root = attribute.Target;
        }

        if (root is not NameExpression name || frame.Session.Calls.Last.Template.Assigns(name.Name))
        {
            return;
        }

        if (name.FindMissing(frame) is { } unknown)
        {
            frame.Session.NoteUndefinedCall(unknown);
        }
        else if (missing.Owner is { HasFixedAttributes: true })
        {
            frame.Session.NoteUndefinedCall(missing);
        }
    }

    public override void VisitChildren(SyntaxWalker walker)
    {
        walker.Visit(Target);
        Arguments.VisitChildren(walker);
    }

    public override void Bind(NameBinder binder)
    {
        VisitChildren(binder);
        Arguments.ReportRepeated(binder);
    }
}
