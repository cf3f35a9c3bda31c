using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Engine.Reporting;

/// <summary>How a whole run ended.</summary>
/// <param name="WasCancelled">True where the user stopped it.</param>
public sealed record RunResult(ImmutableArray<NodeResult> Results, TimeSpan Elapsed, bool WasCancelled)
{
    /// <summary>What went wrong outside any node: schemas, hooks of the project, the connection.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    public bool Succeeded => !WasCancelled && !Diagnostics.Any(d => d.Severity == Severity.Error) && !Results.Any(r => NodeStatuses.IsFailure(r.Status));
}
