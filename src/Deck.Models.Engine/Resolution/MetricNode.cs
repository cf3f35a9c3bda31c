using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Resolution.Semantics;

namespace Deck.Models.Engine.Resolution;

/// <summary>A metric of the semantic layer: known to the graph, never executed.</summary>
public sealed class MetricNode : Node
{
    public MetricNode()
    {
    }

    [SetsRequiredMembers]
    internal MetricNode(NodeHead head, MetricDefinition definition, ImmutableArray<MetricInputMeasure> inputMeasures)
        : base(head)
    {
        Definition = definition;
        InputMeasures = inputMeasures;
    }

    public override ResourceType ResourceType => ResourceType.Metric;

    public required MetricDefinition Definition { get; init; }

    /// <summary>The measures that it is computed from, its own and those of the metrics that it uses, each once.</summary>
    public required ImmutableArray<MetricInputMeasure> InputMeasures { get; init; }
}
