namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Over which time a cumulative metric adds up.</summary>
public sealed class CumulativeParameters
{
    public MetricTimeWindow? Window { get; init; }

    public string? GrainToDate { get; init; }

    /// <summary>`first`, `last` or `average`.</summary>
    public required string PeriodAggregation { get; init; }

    /// <summary>The metric that is added up, in the newer form.</summary>
    public MetricInput? Metric { get; init; }
}
