using System.Collections.Immutable;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>What is written of a semantic model.</summary>
public sealed class SemanticModelDefinition
{
    /// <summary>The reference to the model as written, such as `ref('orders')`.</summary>
    public required string Model { get; init; }

    /// <summary>Null where none is written, which artifacts tell.</summary>
    public string? Description { get; init; }

    public string? Label { get; init; }

    /// <summary>Whether there is a `defaults:` at all, which artifacts tell.</summary>
    public required bool HasDefaults { get; init; }

    public string? DefaultTimeDimension { get; init; }

    /// <summary>`primary_entity:`, for a model without an entity of type primary.</summary>
    public string? PrimaryEntity { get; init; }

    public ImmutableArray<SemanticEntity> Entities { get; init; } = [];

    public ImmutableArray<SemanticMeasure> Measures { get; init; } = [];

    public ImmutableArray<SemanticDimension> Dimensions { get; init; } = [];

    /// <summary>The time dimension by which a measure is aggregated, or null where neither it nor the model names one.</summary>
    public string? TimeDimensionOf(Aggregation aggregation) => aggregation.TimeDimension ?? DefaultTimeDimension;

    public SemanticDimension? FindDimension(string name) => Dimensions.FirstOrDefault(d => d.Name == name);

    public bool HasTimeDimension(string name) => Dimensions.Any(d => d.IsTime && d.Name == name);
}
