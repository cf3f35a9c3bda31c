namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>How a measure, or a metric written beside a model's columns, makes one value of many rows.</summary>
public sealed class Aggregation
{
    /// <summary>Such as `sum` or `count_distinct`.</summary>
    public required string Function { get; init; }

    public PercentileParameters? Percentile { get; init; }

    public NonAdditiveDimension? NonAdditive { get; init; }

    /// <summary>The time dimension by which it is aggregated, where it is not the semantic model's default.</summary>
    public string? TimeDimension { get; init; }
}
