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

    public override Value Evaluate(Frame frame) => Evaluate(frame, null);

    /// <summary>The call with a call block's body as the further argument `caller`.</summary>
    public Value Evaluate(Frame frame, Value? caller)
    {
        Value callee = Target.Evaluate(frame);
        Arguments values = Arguments.Evaluate(frame, caller);
        frame.Session.Place = this;
        if (callee is UndefinedValue { Chains: true } missing)
        {
            NoteUndefined(missing, frame);
        }

        return callee.Call(values);
    }

    /// <summary>
    /// Where this is a call of dbt's `return`, which a statement can complete with instead of raising an exception: its argument.
    /// Otherwise the call's value.
    /// </summary>
    public bool EvaluateReturns(Frame frame, out Value value)
    {
        Value callee = Target.Evaluate(frame);
        Arguments values = Arguments.Evaluate(frame);
        frame.Session.Place = this;
        bool returns = ReferenceEquals(callee, DbtFunctions.Return) && values is { Positional.Length: 1, Named.Length: 0 };
        value = returns ? values.Positional[0] : callee.Call(values);
        return returns;
    }

    /// <summary>True where the call is by the name `return`, and may be dbt's.</summary>
    public bool MayReturn => Target is NameExpression { Name: "return" };

    /// <summary>Where the call stands, for the function that is called.</summary>
    public CallSite SiteIn(SourceText source) => new(
        new Location(source, Span),
        Arguments.Positional is [var first, ..] ? new Location(source, first.Span) : null);

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

        if (root is not NameExpression name || frame.Session.Calls[^1].Template.Assigns(name.Name))
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
