using System.Collections.Immutable;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>Statements that travel together.</summary>
/// <param name="Main">Place of the statement whose answer is the node's (dbt's `main`), or null.</param>
public sealed record BatchStep(SqlBatch Batch, int? Main = null) : PlanStep
{
    /// <summary>Places of statements that insert rows which the node's answer counts too.</summary>
    public ImmutableArray<int> Counted { get; init; } = [];

    /// <summary>The node's answer where the server gives none.</summary>
    public string? Answer { get; init; }
}
