using System.Collections.Immutable;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>What is written of a saved query.</summary>
public sealed class SavedQueryDefinition
{
    /// <summary>Null where none is written, which artifacts tell.</summary>
    public string? Description { get; init; }

    public string? Label { get; init; }

    public required ImmutableArray<PlacedText> Metrics { get; init; }

    /// <summary>Calls such as `TimeDimension('metric_time', 'day')`.</summary>
    public required ImmutableArray<PlacedText> GroupBy { get; init; }

    public required ImmutableArray<PlacedText> OrderBy { get; init; }

    public WhereFilters? Where { get; init; }

    public Value? Limit { get; init; }

    public required ImmutableArray<SavedQueryExport> Exports { get; init; }
}
