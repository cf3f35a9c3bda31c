using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Engine.Resolution;

/// <summary>A seed: a CSV file that becomes a table.</summary>
public sealed class SeedNode : Node
{
    public SeedNode()
    {
    }

    [SetsRequiredMembers]
    internal SeedNode(NodeHead head)
        : base(head)
    {
    }

    public override ResourceType ResourceType => ResourceType.Seed;
}
