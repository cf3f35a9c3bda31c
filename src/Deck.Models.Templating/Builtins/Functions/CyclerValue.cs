using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>jinja2's `cycler(...)`: an object that walks round its items.</summary>
internal sealed class CyclerValue : Value
{
    private readonly TupleValue items;
    private int position;

    public CyclerValue(TupleValue items) =>
        this.items = items.IsTrue ? items : throw new TemplateException("RuntimeError", "at least one item has to be provided");

    public override string TypeName => "Cycler";

    public override string Repr() => "<jinja2.utils.Cycler object>";

    public override Value? GetAttribute(string name) =>
        name switch
        {
            "current" => items.Items[position],
            "items" => items,
            "pos" => Of(position),
            "next" => FunctionValue.Of("next()", _ => Next()),
            "reset" => FunctionValue.Of("reset()", _ => Reset()),
            _ => null,
        };

    private Value Next()
    {
        Value current = items.Items[position];
        position = (position + 1) % items.Items.Length;
        return current;
    }

    private Value Reset()
    {
        position = 0;
        return None;
    }
}
