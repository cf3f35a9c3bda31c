namespace Deck.Models.Templating.Syntax.Scopes;

/// <summary>What a variable holds when its scope is entered.</summary>
internal enum LoadKind
{
    /// <summary>Nothing: it was assigned before it was ever read.</summary>
    Undefined,

    /// <summary>What the host's scope has under its name.</summary>
    Resolve,

    /// <summary>The value of the variable of the same name outside.</summary>
    Alias,

    /// <summary>What the construct itself puts there: an argument, a loop's item.</summary>
    Parameter,
}
