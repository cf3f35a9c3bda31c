using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Rendering;

/// <summary>dbt's `return(value)` on its way to the macro call that it ends, where it is called from within an expression.</summary>
/// <remarks>Hosts must let it pass: it is control flow, not an error.</remarks>
public sealed class MacroReturnException : Exception
{
    public MacroReturnException(Value value)
        : base("return was called outside of a macro") => Value = value;

    public Value Value { get; }
}
