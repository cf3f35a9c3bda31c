using System.Collections.Immutable;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>Steps that follow from what the server said.</summary>
public sealed record NextSteps(ImmutableArray<PlanStep> Steps);
