using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Resolution.Semantics;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution;

/// <summary>A model.</summary>
public sealed class ModelNode : Node
{
    public ModelNode()
    {
    }

    [SetsRequiredMembers]
    internal ModelNode(NodeHead head)
        : base(head)
    {
    }

    public override ResourceType ResourceType => ResourceType.Model;

    /// <summary>The version, its latest one and its deprecation date; all null for a model without versions.</summary>
    public Value? Version { get; init; }

    public Value? LatestVersion { get; init; }

    public string? DeprecationDate { get; init; }

    public string Access { get; init; } = "protected";

    public string? Group { get; init; }

    public ImmutableArray<DictValue> Constraints { get; init; } = [];

    /// <summary>Columns that tests prove to be a key, as dbt infers `primary_key`.</summary>
    public ImmutableArray<string> PrimaryKey { get; init; } = [];

    /// <summary>Null for a model that is no time spine.</summary>
    public TimeSpine? TimeSpine { get; init; }

    public bool IsEphemeral => Config.Materialized == "ephemeral";
}
