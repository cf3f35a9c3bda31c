using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>A name that is read.</summary>
internal sealed class NameExpression(TextSpan span, string name) : Expression(span)
{
    private int hops;
    private int slot;
    private bool resolves;

    public string Name { get; } = name;

    public override Value Evaluate(Frame frame)
    {
        Frame owner = hops == 0 ? frame : frame.Outer(hops);
        return owner.Slots[slot] ?? Find(owner);
    }

    /// <summary>Undefined where no scope has the name; null where it has a value, though that be Undefined, such as a parameter's.</summary>
    public UndefinedValue? FindMissing(Frame frame)
    {
        Frame owner = hops == 0 ? frame : frame.Outer(hops);
        return owner.Slots[slot] is null ? Find(owner) as UndefinedValue : null;
    }

    public override TextSpan? PlaceOf(UndefinedValue missing) => missing.Owner is null && missing.Name == Name ? Span : null;

    public override void VisitChildren(SyntaxWalker walker)
    {
    }

    public override void Declare(NameFinder names) => names.Symbols.Load(Name);

    public override void Bind(NameBinder binder) => BindTo(binder.Symbols);

    public void BindTo(Symbols symbols)
    {
        Variable variable = symbols.Find(Name) ?? throw new InvalidOperationException($"`{Name}` was not declared");
        hops = symbols.Function.Depth - variable.Function.Depth;
        slot = variable.Slot;
        resolves = symbols.Resolves(variable);
    }

    private Value Find(Frame owner)
    {
        if (resolves && owner.FindInScope(Name) is { } value)
        {
            owner.Slots[slot] = value;
            return value;
        }

        return UndefinedValue.Variable(Name, owner.Instance.Mode);
    }
}
