using System.Collections.Immutable;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>The transaction to try where the server refuses a plan's own; most plans never need it, so its steps are made when they are wanted.</summary>
/// <param name="States">The SQLSTATEs of such refusals.</param>
public sealed record Alternative(ImmutableArray<string> States, Func<ImmutableArray<PlanStep>> Steps);
