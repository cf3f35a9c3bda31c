using System.Collections.Immutable;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>What a conversion metric counts: how often one event follows another. Each of them is a measure, or a metric in the newer form.</summary>
public sealed class ConversionParameters
{
    public required string Entity { get; init; }

    public MetricInputMeasure? BaseMeasure { get; init; }

    public MetricInputMeasure? ConversionMeasure { get; init; }

    public MetricInput? BaseMetric { get; init; }

    public MetricInput? ConversionMetric { get; init; }

    /// <summary>`conversions` or `conversion_rate`.</summary>
    public required string Calculation { get; init; }

    public MetricTimeWindow? Window { get; init; }

    /// <summary>Properties that must be equal in both events; null where none are written.</summary>
    public ImmutableArray<ConstantProperty>? ConstantProperties { get; init; }
}
