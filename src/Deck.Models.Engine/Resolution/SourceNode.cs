using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution;

/// <summary>A table of a source.</summary>
public sealed class SourceNode : Node
{
    public override ResourceType ResourceType => ResourceType.Source;

    public required string SourceName { get; init; }

    public string SourceDescription { get; init; } = "";

    /// <summary>The table's name in the database.</summary>
    public required string Identifier { get; init; }

    public string Loader { get; init; } = "";

    public DictValue SourceMeta { get; init; } = new();

    /// <summary>`warn_after`, `error_after`, `filter`, or null where freshness is not declared.</summary>
    public DictValue? Freshness { get; init; }

    public string? LoadedAtField { get; init; }

    public string? LoadedAtQuery { get; init; }
}
