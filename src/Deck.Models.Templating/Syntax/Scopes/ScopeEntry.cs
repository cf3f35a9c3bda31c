using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Syntax.Scopes;

/// <summary>Prepares the slots of a scope each time it is entered.</summary>
internal sealed class ScopeEntry(Variable[] cleared, SlotCopy[] copies)
{
    public static ScopeEntry Empty { get; } = new([], []);

    public void Enter(Frame frame)
    {
        foreach (Variable variable in cleared)
        {
            frame.Slots[variable.Slot] = null;
        }

        foreach (SlotCopy copy in copies)
        {
            Value? value = frame.Outer(copy.Hops).Slots[copy.From];
            frame.Slots[copy.To] = value ?? (copy.ResolvedName is null ? null : frame.FindInScope(copy.ResolvedName));
        }
    }
}
