namespace Deck.Models.Templating.Rendering;

/// <summary>The two kinds of function that a template writes.</summary>
internal enum MacroKind
{
    Macro,

    /// <summary>The body of a call block: dbt's `return` inside it ends the macro that runs it.</summary>
    CallBody,
}
