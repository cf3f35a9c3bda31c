using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Engine.Resolution;

/// <summary>A hook of the project: one entry of `on-run-start` or `on-run-end`.</summary>
public sealed class OperationNode : Node
{
    public OperationNode()
    {
    }

    [SetsRequiredMembers]
    internal OperationNode(NodeHead head, bool atStart, int index)
        : base(head)
    {
        AtStart = atStart;
        Index = index;
    }

    public override ResourceType ResourceType => ResourceType.Operation;

    /// <summary>True for `on-run-start`, false for `on-run-end`.</summary>
    public required bool AtStart { get; init; }

    /// <summary>The key of the project file that lists it.</summary>
    public string List => AtStart ? "on-run-start" : "on-run-end";

    /// <summary>Place in its list, from 1.</summary>
    public required int Index { get; init; }
}
