namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>The draft of a semantic model with what is written of it.</summary>
internal sealed record SemanticModelDraft(NodeDraft Node, SemanticModelDefinition Definition)
{
    public string Name => Node.Name;
}
