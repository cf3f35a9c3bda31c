using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Resolution.Semantics;

namespace Deck.Models.Engine.Resolution;

/// <summary>A saved query: metrics and what they are grouped by; in a build it has a turn in which nothing happens.</summary>
public sealed class SavedQueryNode : Node
{
    public SavedQueryNode()
    {
    }

    [SetsRequiredMembers]
    internal SavedQueryNode(NodeHead head, SavedQueryDefinition definition)
        : base(head)
    {
        Definition = definition;
    }

    public override ResourceType ResourceType => ResourceType.SavedQuery;

    public required SavedQueryDefinition Definition { get; init; }
}
