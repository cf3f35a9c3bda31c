namespace Deck.Models.Templating.Syntax;

/// <summary>How a statement ended.</summary>
internal enum Completion
{
    Normal,
    Break,
    Continue,

    /// <summary>dbt's `return(value)`; the value is in the frame.</summary>
    Return,
}
