using Deck.Models.Engine.Planning;

namespace Deck.Models.Engine.Execution;

/// <summary>What one worker takes at once: a node, several tests of one relation, or several nodes that are brief to build.</summary>
internal sealed class WorkPiece(IReadOnlyList<PlannedNode> nodes)
{
    private int open = nodes.Count;

    public IReadOnlyList<PlannedNode> Nodes => nodes;

    /// <summary>Notes that one of the nodes is over; true where all are. Called by the scheduling loop alone.</summary>
    public bool Settle() => --open == 0;
}
