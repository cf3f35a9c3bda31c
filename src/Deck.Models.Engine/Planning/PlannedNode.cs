using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning;

/// <summary>A node that a run will execute, and what has to be over before it may begin.</summary>
/// <param name="Predecessors">Places in <see cref="RunPlan.Nodes"/>, ascending, all below the node's own; the failure of one skips the node.</param>
/// <param name="Priority">How many nodes of the plan wait for this one, directly or not: of those that are ready the greatest goes first.</param>
public sealed record PlannedNode(Node Node, ImmutableArray<int> Predecessors, int Priority)
{
    /// <summary>The node on which this test may be counted together with others, or null.</summary>
    public string? ScanOf { get; init; }

    /// <summary>True where the node may be built in one exchange with others (<see cref="SharedExchange"/>).</summary>
    public bool IsBrief { get; init; }
}
