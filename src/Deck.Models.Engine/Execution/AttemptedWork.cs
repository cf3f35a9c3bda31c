using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Execution;

/// <summary>What has to be known of a piece of work to decide whether it may be done again after its answer was lost.</summary>
internal sealed record AttemptedWork
{
    /// <summary>A query without effects.</summary>
    public static AttemptedWork Pure { get; } = new() { IsPure = true };

    /// <summary>Text of the user's: nothing tells whether it took effect.</summary>
    public static AttemptedWork Opaque { get; } = new();

    public bool IsPure { get; private init; }

    /// <summary>The relation that the work makes anew where it is one transaction that never told its number, or null.</summary>
    public RelationName? Target { get; private init; }

    /// <summary>The first transaction that can have made the target in this run (<see cref="Planning.Catalog.NextTransaction"/>), or null.</summary>
    public string? Since { get; private init; }

    public static AttemptedWork Making(RelationName? target, string? since) => new() { Target = target is null ? null : target with { Database = null }, Since = since };
}
