using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>A dimension of a semantic model: what its rows are grouped and filtered by.</summary>
public sealed class SemanticDimension
{
    public required string Name { get; init; }

    /// <summary>`categorical` or `time`.</summary>
    public required string Type { get; init; }

    public string? Description { get; init; }

    public string? Label { get; init; }

    public bool IsPartition { get; init; }

    /// <summary>The granularity of a time dimension, such as `day`.</summary>
    public string? Granularity { get; init; }

    /// <summary>What the dimension says of the time in which a row is valid; only beside a granularity.</summary>
    public DimensionValidity? Validity { get; init; }

    public string? Expression { get; init; }

    public DictValue Meta { get; init; } = new();

    public required Location Location { get; init; }

    public bool IsTime => Type == SemanticWords.Time;
}
