using System.Collections.Immutable;
using Deck.Models.Engine.Resolution.Semantics;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>A column as a properties file describes it.</summary>
public sealed class Column
{
    public required string Name { get; init; }

    public string Description { get; init; } = "";

    public string? DataType { get; init; }

    public bool? Quote { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    public DictValue Meta { get; init; } = new();

    /// <summary>Constraints as declared, each a dict.</summary>
    public ImmutableArray<DictValue> Constraints { get; init; } = [];

    /// <summary>Ids of the docs blocks that the description shows.</summary>
    public ImmutableArray<string> DocBlocks { get; init; } = [];

    /// <summary>What it says of the semantic model of its model; null for most columns.</summary>
    public ColumnSemantics? Semantics { get; init; }

    public Location? Location { get; init; }
}
