namespace Deck.Models.Engine.Resolution;

/// <summary>An analysis: compiled, shown on request, never built.</summary>
public sealed class AnalysisNode : Node
{
    public override ResourceType ResourceType => ResourceType.Analysis;
}
