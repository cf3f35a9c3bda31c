using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>A measure of a semantic model: an aggregation that metrics are made of.</summary>
public sealed class SemanticMeasure
{
    public required string Name { get; init; }

    /// <summary>What is made of the rows, together with how.</summary>
    public required Aggregation Aggregation { get; init; }

    public string? Description { get; init; }

    public string? Label { get; init; }

    public string? Expression { get; init; }

    public DictValue Meta { get; init; } = new();

    public required Location Location { get; init; }
}
