using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>`{% for target in source if filter recursive %}body{% else %}otherwise{% endfor %}`.</summary>
internal sealed class ForStatement(TextSpan span, ForClauses clauses) : Statement(span), IAssigns
{
    private static readonly string[] LoopName = ["loop"];

    private AssignmentTarget target = clauses.Target;
    private AssignmentTarget filterTarget = clauses.Target;
    private ScopeEntry entry = ScopeEntry.Empty;
    private ScopeEntry filterEntry = ScopeEntry.Empty;
    private ScopeEntry otherwiseEntry = ScopeEntry.Empty;
    private FunctionLayout? function;
    private int? loopSlot;

    public IEnumerable<string> AssignedNames => clauses.Target.Names;

    /// <summary>What is known of `autoescape` at the loop.</summary>
    public Escaping Escaping { get; init; }

    public override Completion Render(Frame frame, Output output)
    {
        Value source = clauses.Source.Evaluate(frame);
        frame.Session.Place = clauses.Source;
        if (!clauses.IsRecursive)
        {
            return RenderItems(source, frame, output, 0);
        }

        output.WriteBuffered(RenderLevel(source, frame, 0), Span);
        return Completion.Normal;
    }

    /// <summary>One level of a recursive loop, a function of its own, as text.</summary>
    public Value RenderLevel(Value source, Frame definingFrame, int depth)
    {
        Frame frame = new(definingFrame.Instance, definingFrame, function?.SlotCount ?? 0);
        RenderSession session = frame.Session;
        int level = session.Enter("loop", definingFrame.Instance.Template);
        Output buffer = session.RentOutput();
        Completion completion = RenderItems(source, frame, buffer, depth);
        StringValue text = session.Finish(buffer);
        session.Leave(level);
        return completion == Completion.Return ? throw new MacroReturnException(frame.Returned)
            : frame.Instance.EscapesAt(Escaping) ? text.AsMarkup()
            : text;
    }

    public override void VisitChildren(SyntaxWalker walker)
    {
        walker.Visit(clauses.Source);
        if (clauses.Filter is not null)
        {
            walker.Visit(clauses.Filter);
        }

        walker.Visit(clauses.Body);
        if (clauses.Otherwise is not null)
        {
            walker.Visit(clauses.Otherwise);
        }
    }

    public override void Declare(NameFinder names) => names.Visit(clauses.Source);

    public override void Bind(NameBinder binder)
    {
        binder.Visit(clauses.Source);
        Symbols outer = clauses.IsRecursive ? binder.Symbols.InnerFunction() : binder.Symbols;
        function = outer.Function;
        BindBody(binder, outer);
        BindFilter(binder, outer);
        if (clauses.Otherwise is not null)
        {
            NameBinder inner = binder.Inner(outer.Inner());
            inner.DeclareAll(clauses.Otherwise);
            inner.Visit(clauses.Otherwise);
            otherwiseEntry = inner.Symbols.Entry();
        }
    }

    private void BindBody(NameBinder binder, Symbols outer)
    {
        NameBinder inner = binder.Inner(outer.Inner());
        if (clauses.IsRecursive || UndeclaredNames.In(clauses.Body, LoopName).Length > 0 || BlockFinder.In(this).Exists(b => b.IsScoped))
        {
            loopSlot = inner.Symbols.DeclareParameter("loop").Slot;
        }

        clauses.Target.Declare(inner.Symbols, asParameter: true);
        inner.DeclareAll(clauses.Body);
        target = clauses.Target.Resolve(inner.Symbols);
        inner.Visit(clauses.Body);
        entry = inner.Symbols.Entry();
    }

    private void BindFilter(NameBinder binder, Symbols outer)
    {
        if (clauses.Filter is null)
        {
            return;
        }

        NameBinder inner = binder.Inner(outer.Inner());
        clauses.Target.Declare(inner.Symbols, asParameter: true);
        inner.DeclareAll(clauses.Filter);
        filterTarget = clauses.Target.Resolve(inner.Symbols);
        inner.Visit(clauses.Filter);
        filterEntry = inner.Symbols.Entry();
    }

    private Completion RenderItems(Value source, Frame frame, Output output, int depth)
    {
        IEnumerator<Value> items = Operators.Iterate(source);
        if (clauses.Filter is not null)
        {
            items = Filtered(items, clauses.Filter, frame);
        }

        LoopValue? loop = loopSlot is null ? null : new LoopValue(clauses.Filter is null ? source : null, items, new LoopLevel(frame, clauses.IsRecursive ? this : null, depth));
        bool completed = false;
        while (loop is null ? items.MoveNext() : loop.MoveNext())
        {
            frame.Session.CountIteration();
            frame.Session.Place = this;
            Completion completion = RenderItem(loop is null ? items.Current : loop.Current, loop, frame, output);
            if (completion == Completion.Return)
            {
                return completion;
            }

            if (completion == Completion.Break)
            {
                break;
            }

            completed |= completion == Completion.Normal;
        }

        // As in Jinja, the `else` part runs unless some item's body ran to its end: after nothing but `break` or `continue` it does.
        return completed || clauses.Otherwise is null ? Completion.Normal : RenderOtherwise(clauses.Otherwise, frame, output);
    }

    private Completion RenderItem(Value item, LoopValue? loop, Frame frame, Output output)
    {
        target.Assign(frame, item);
        if (loopSlot is int slot)
        {
            frame.Slots[slot] = loop;
        }

        entry.Enter(frame);
        return clauses.Body.Render(frame, output);
    }

    private Completion RenderOtherwise(StatementList otherwise, Frame frame, Output output)
    {
        otherwiseEntry.Enter(frame);
        return otherwise.Render(frame, output);
    }

    private IEnumerator<Value> Filtered(IEnumerator<Value> items, Expression filter, Frame frame)
    {
        filterEntry.Enter(frame);
        while (items.MoveNext())
        {
            filterTarget.Assign(frame, items.Current);
            if (filter.Evaluate(frame).IsTrue)
            {
                yield return items.Current;
            }
        }
    }
}
