using System.Collections.Immutable;
using Deck.Models.Engine.Resolution.Semantics;

namespace Deck.Models.Engine.Resolution;

/// <summary>A metric of the semantic layer: known to the graph, never executed.</summary>
public sealed class MetricNode : Node
{
    public override ResourceType ResourceType => ResourceType.Metric;

    public required MetricDefinition Definition { get; init; }

    /// <summary>The measures that it is computed from, its own and those of the metrics that it uses, each once.</summary>
    public required ImmutableArray<MetricInputMeasure> InputMeasures { get; init; }
}
