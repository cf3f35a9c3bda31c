using System.Collections.Immutable;

namespace Deck.Models.Engine.Reporting;

/// <summary>How a whole run ended.</summary>
/// <param name="WasCancelled">True where the user stopped it.</param>
public sealed record RunResult(ImmutableArray<NodeResult> Results, TimeSpan Elapsed, bool WasCancelled)
{
    public bool Succeeded => !WasCancelled && !Results.Any(r => NodeStatuses.IsFailure(r.Status));
}
