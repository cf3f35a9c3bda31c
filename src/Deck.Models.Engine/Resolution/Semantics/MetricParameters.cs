using System.Collections.Immutable;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>dbt's `type_params` of a metric: each type of metric uses some of them.</summary>
public sealed class MetricParameters
{
    public MetricInputMeasure? Measure { get; init; }

    public MetricInput? Numerator { get; init; }

    public MetricInput? Denominator { get; init; }

    public string? Expression { get; init; }

    public MetricTimeWindow? Window { get; init; }

    public string? GrainToDate { get; init; }

    public ImmutableArray<MetricInput> Metrics { get; init; } = [];

    public ConversionParameters? Conversion { get; init; }

    public CumulativeParameters? Cumulative { get; init; }

    /// <summary>The semantic model that a simple metric of the newer form aggregates, with <see cref="Aggregation"/>.</summary>
    public string? SemanticModel { get; init; }

    public Aggregation? Aggregation { get; init; }

    public bool JoinsToTimeSpine { get; init; }

    /// <summary>`hidden:` of the newer form; null in the older one.</summary>
    public bool? IsPrivate { get; init; }
}
