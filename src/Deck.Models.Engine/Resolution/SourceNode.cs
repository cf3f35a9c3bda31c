using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution;

/// <summary>A table of a source.</summary>
public sealed class SourceNode : Node
{
    public SourceNode()
    {
    }

    [SetsRequiredMembers]
    internal SourceNode(NodeHead head, string sourceName, string identifier)
        : base(head)
    {
        SourceName = sourceName;
        Identifier = identifier;
    }

    public override ResourceType ResourceType => ResourceType.Source;

    public required string SourceName { get; init; }

    public string SourceDescription { get; init; } = "";

    /// <summary>The table's name in the database.</summary>
    public required string Identifier { get; init; }

    public string Loader { get; init; } = "";

    public DictValue SourceMeta { get; init; } = new();

    /// <summary>`warn_after`, `error_after`, `filter`, or null where freshness is not declared.</summary>
    public DictValue? Freshness { get; init; }

    /// <summary>True where the freshness is said in the source's or the table's own entry, be it null.</summary>
    public bool HasOwnFreshness { get; init; }

    /// <summary>dbt's `relation_name`, in which the project's `quoting` counts, although it does not in SQL.</summary>
    public string RelationText { get; init; } = "";

    /// <summary>`quoting:` of the source under that of the table.</summary>
    public DictValue Quoting { get; init; } = new();

    /// <summary>`external:` as written, or null.</summary>
    public DictValue? External { get; init; }

    /// <summary>`database:` and `schema:` as written, templates not rendered; null where they are not given.</summary>
    public string? UnrenderedDatabase { get; init; }

    public string? UnrenderedSchema { get; init; }

    public string? LoadedAtField { get; init; }

    public string? LoadedAtQuery { get; init; }
}
