using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>A metric as another metric uses it.</summary>
public sealed class MetricInput
{
    public required string Name { get; init; }

    public WhereFilters? Filter { get; init; }

    public string? Alias { get; init; }

    public MetricTimeWindow? OffsetWindow { get; init; }

    public string? OffsetToGrain { get; init; }

    public required Location Location { get; init; }
}
