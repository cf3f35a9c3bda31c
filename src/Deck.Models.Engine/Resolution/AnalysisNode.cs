using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Engine.Resolution;

/// <summary>An analysis: compiled, shown on request, never built.</summary>
public sealed class AnalysisNode : Node
{
    public AnalysisNode()
    {
    }

    [SetsRequiredMembers]
    internal AnalysisNode(NodeHead head)
        : base(head)
    {
    }

    public override ResourceType ResourceType => ResourceType.Analysis;
}
