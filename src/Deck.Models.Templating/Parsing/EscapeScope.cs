using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Parsing;

/// <summary>The `autoescape` blocks around the place of the parser.</summary>
internal sealed class EscapeScope
{
    public Escaping Current { get; private set; }

    /// <summary>Enters an `autoescape` block; returns what to go back to.</summary>
    public Escaping Enter(Expression option)
    {
        Value? known = option.Fold();
        return Replace(known is null ? Current | Escaping.Varies : (Current & Escaping.Varies) | (known.IsTrue ? Escaping.On : Escaping.None));
    }

    /// <summary>Enters a `block`, which Jinja compiles apart from what surrounds it; returns what to go back to.</summary>
    public Escaping LeaveAll() => Replace(Escaping.None);

    public void Leave(Escaping outside) => Current = outside;

    private Escaping Replace(Escaping inside)
    {
        Escaping outside = Current;
        Current = inside;
        return outside;
    }
}
