using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Rendering;

/// <summary>dbt's `return(value)` on its way to the macro call that it ends, where it is called from within an expression.</summary>
/// <remarks>Hosts must let it pass: it is control flow, not an error.</remarks>
public sealed class MacroReturnException : Exception
{
    /// <summary>Ends the innermost macro call with a value.</summary>
    public MacroReturnException(Value value)
        : base("return was called outside of a macro") => Value = value;

    /// <summary>What the macro call gives.</summary>
    public Value Value { get; }
}
