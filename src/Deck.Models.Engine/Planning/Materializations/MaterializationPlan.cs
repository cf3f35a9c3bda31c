using System.Collections.Immutable;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>Everything that building one relation sends to the server, in order.</summary>
public sealed class MaterializationPlan
{
    public required ImmutableArray<PlanStep> Steps { get; init; }

    /// <summary>What stands under the model's name afterwards.</summary>
    public required RelationKind Result { get; init; }

    /// <summary>The steps to take instead when the server refuses with one of <see cref="AlternativeStates"/>; the refused steps have left nothing behind.</summary>
    public ImmutableArray<PlanStep> Alternative { get; init; } = [];

    /// <summary>SQLSTATEs.</summary>
    public ImmutableArray<string> AlternativeStates { get; init; } = [];
}
