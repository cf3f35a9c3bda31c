namespace Deck.Models.Engine.Planning.Fusing;

/// <summary>What a test counts.</summary>
internal enum FusedKind
{
    /// <summary>The rows that fulfil its expression.</summary>
    Rows,

    /// <summary>The values in the rows that fulfil its expression: none where there is no such row.</summary>
    Values,

    /// <summary>The values of its expression that are there more than once.</summary>
    Unique,
}
