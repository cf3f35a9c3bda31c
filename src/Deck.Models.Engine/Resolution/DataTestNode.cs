using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Engine.Resolution;

/// <summary>A data test: a query that returns the rows that break a rule.</summary>
public sealed class DataTestNode : Node
{
    public DataTestNode()
    {
    }

    [SetsRequiredMembers]
    internal DataTestNode(NodeHead head)
        : base(head)
    {
    }

    public override ResourceType ResourceType => ResourceType.Test;

    /// <summary>What a generic test was made from; null for a singular test.</summary>
    public GenericTest? Generic { get; init; }

    /// <summary>The group of the model that a generic test is declared on.</summary>
    public string? Group { get; init; }

    public bool IsGeneric => Generic is not null;
}
