using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Resolution.Semantics;

namespace Deck.Models.Engine.Resolution;

/// <summary>A semantic model: what the columns of a model mean to metrics. Its relation is the model's.</summary>
public sealed class SemanticModelNode : Node
{
    public SemanticModelNode()
    {
    }

    [SetsRequiredMembers]
    internal SemanticModelNode(NodeHead head, SemanticModelDefinition definition)
        : base(head)
    {
        Definition = definition;
    }

    public override ResourceType ResourceType => ResourceType.SemanticModel;

    public required SemanticModelDefinition Definition { get; init; }
}
