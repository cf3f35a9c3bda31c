using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>A relation that the result of a saved query can be written to.</summary>
public sealed class SavedQueryExport
{
    public required string Name { get; init; }

    /// <summary>`table` or `view`.</summary>
    public required string ExportAs { get; init; }

    public required RelationName Relation { get; init; }

    /// <summary>`config:` as written.</summary>
    public required DictValue Written { get; init; }

    public required Location Location { get; init; }
}
