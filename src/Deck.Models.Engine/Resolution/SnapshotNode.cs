using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Engine.Resolution;

/// <summary>A snapshot: the history of a query's rows.</summary>
public sealed class SnapshotNode : Node
{
    public SnapshotNode()
    {
    }

    [SetsRequiredMembers]
    internal SnapshotNode(NodeHead head)
        : base(head)
    {
    }

    public override ResourceType ResourceType => ResourceType.Snapshot;
}
