namespace Deck.Models.Templating.Values;

/// <summary>Which kind of Undefined a missing attribute or item gives.</summary>
internal enum LookupMode
{
    /// <summary>The plain one: any further use raises UndefinedError.</summary>
    Plain,

    /// <summary>dbt's parse-phase one: attributes, items and calls give Undefined again.</summary>
    Chaining,
}
