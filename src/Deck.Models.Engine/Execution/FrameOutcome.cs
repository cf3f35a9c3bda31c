using System.Collections.Immutable;
using Deck.Models.Engine.Reporting;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>How what comes before or after the nodes of a run went.</summary>
internal sealed class FrameOutcome(ImmutableArray<NodeResult> hooks)
{
    /// <summary>Results of the project's hooks, in their order.</summary>
    public ImmutableArray<NodeResult> Hooks => hooks;

    /// <summary>Those of them that failed.</summary>
    public IEnumerable<NodeResult> FailedHooks => hooks.Where(h => NodeStatuses.IsFailure(h.Status));

    /// <summary>What went wrong apart from the hooks.</summary>
    public ImmutableArray<Diagnostic> Trouble { get; init; } = [];
}
