using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>A name as a target.</summary>
internal sealed class NameTarget(TextSpan span, string name, int slot = -1) : AssignmentTarget(span)
{
    public override IEnumerable<string> Names => [name];

    public override void Declare(Symbols symbols, bool asParameter)
    {
        if (asParameter)
        {
            symbols.DeclareParameter(name);
        }
        else
        {
            symbols.Store(name);
        }
    }

    public override AssignmentTarget Resolve(Symbols symbols) => ResolveName(symbols);

    public NameTarget ResolveName(Symbols symbols) =>
        new(Span, name, (symbols.Find(name) ?? throw new InvalidOperationException($"`{name}` was not declared")).Slot);

    public override void Assign(Frame frame, Value value) => frame.Slots[slot] = value;
}
