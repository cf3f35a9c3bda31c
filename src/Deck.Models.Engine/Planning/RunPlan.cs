using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning;

/// <summary>What a command will do: its nodes in an order that respects their dependencies, schemas and hooks around them.</summary>
public sealed class RunPlan
{
    public required Manifest Manifest { get; init; }

    public required ImmutableArray<PlannedNode> Nodes { get; init; }

    /// <summary>What existed when the plan was made.</summary>
    public required Catalog Catalog { get; init; }

    /// <summary>By the model that it points to, the view to be made anew once the model is built (`latest_version_pointer`).</summary>
    public ImmutableDictionary<NodeId, ModelNode> Pointers { get; init; } = ImmutableDictionary<NodeId, ModelNode>.Empty;

    /// <summary>Schemas that are missing and will be created first, each once.</summary>
    public ImmutableArray<string> Schemas { get; init; } = [];

    public ImmutableArray<OperationNode> OnRunStart { get; init; } = [];

    public ImmutableArray<OperationNode> OnRunEnd { get; init; } = [];
}
