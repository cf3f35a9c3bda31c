using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Execution.Documentation;

/// <summary>A relation as the server has it.</summary>
public sealed class DescribedRelation
{
    public required RelationName Name { get; init; }

    /// <summary>`BASE TABLE`, `VIEW` or `MATERIALIZED VIEW`.</summary>
    public required string Type { get; init; }

    public required string Owner { get; init; }

    public string? Comment { get; init; }

    public required ImmutableArray<DescribedColumn> Columns { get; init; }
}
