using System.Collections.Immutable;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>What is written of a metric.</summary>
public sealed class MetricDefinition
{
    public required string Label { get; init; }

    /// <summary>`simple`, `ratio`, `cumulative`, `derived` or `conversion`.</summary>
    public required string Type { get; init; }

    public required MetricParameters Parameters { get; init; }

    public WhereFilters? Filter { get; init; }

    public string? TimeGranularity { get; init; }

    /// <summary>The metrics that this one is computed from, in dbt's order.</summary>
    public ImmutableArray<MetricInput> Inputs => Type switch
    {
        SemanticWords.Ratio => [.. Parameters is { Numerator: { } numerator, Denominator: { } denominator } ? [numerator, denominator] : (MetricInput[])[]],
        SemanticWords.Derived => Parameters.Metrics,
        SemanticWords.Cumulative when Parameters.Measure is null => [.. Some(Parameters.Cumulative?.Metric)],
        SemanticWords.Conversion => [.. Some(Parameters.Conversion?.BaseMetric), .. Some(Parameters.Conversion?.ConversionMetric)],
        _ => [],
    };

    /// <summary>The measures that this metric names itself, in dbt's order.</summary>
    public ImmutableArray<MetricInputMeasure> OwnMeasures => Type switch
    {
        SemanticWords.Simple or SemanticWords.Cumulative => [.. Some(Parameters.Measure)],
        SemanticWords.Conversion => [.. Some(Parameters.Conversion?.BaseMeasure), .. Some(Parameters.Conversion?.ConversionMeasure)],
        _ => [],
    };

    private static T[] Some<T>(T? item)
        where T : class => item is null ? [] : [item];
}
