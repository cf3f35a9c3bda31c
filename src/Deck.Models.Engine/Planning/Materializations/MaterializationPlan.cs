using System.Collections.Immutable;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>Everything that building one relation sends to the server, in order: what runs outside the transaction before, the transaction, what runs after.</summary>
public sealed class MaterializationPlan
{
    /// <summary>Hooks with `transaction: false`.</summary>
    public ImmutableArray<PlanStep> Before { get; init; } = [];

    /// <summary>One transaction: a refused step leaves nothing behind.</summary>
    public required ImmutableArray<PlanStep> Steps { get; init; }

    /// <summary>True where <see cref="Steps"/> give way to others (<see cref="Statements.LockPatience.Limit"/>) and are then sent again, as often as it takes.</summary>
    public bool GivesWay { get; init; }

    /// <summary>
    /// The same as <see cref="Steps"/> for an exchange that other nodes share: a whole transaction that takes no longer than its texts, needs no block around it,
    /// and gives way (<see cref="Statements.LockPatience.GaveWay"/>) where it would have to wait for somebody. Null where there is none.
    /// </summary>
    public BatchStep? Brief { get; init; }

    /// <summary>Hooks with `transaction: false`.</summary>
    public ImmutableArray<PlanStep> After { get; init; } = [];

    /// <summary>What stands under the model's name afterwards.</summary>
    public required RelationKind Result { get; init; }

    /// <summary>What takes the place of <see cref="Steps"/> where the server refuses them for certain reasons, or null.</summary>
    public Alternative? Alternative { get; init; }
}
