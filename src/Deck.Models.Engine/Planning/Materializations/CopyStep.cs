namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>Streams a seed's rows with `COPY`; its row count is the node's answer.</summary>
public sealed record CopyStep(string Statement) : PlanStep;
