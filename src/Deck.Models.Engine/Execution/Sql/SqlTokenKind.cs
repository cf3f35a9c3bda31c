namespace Deck.Models.Engine.Execution.Sql;

/// <summary>What the splitter must tell apart.</summary>
public enum SqlTokenKind
{
    /// <summary>A bare word: a keyword, a name or a number.</summary>
    Word,

    /// <summary>A string, a quoted name or a dollar-quoted text.</summary>
    Quoted,

    /// <summary>Any other single character.</summary>
    Symbol,
}
