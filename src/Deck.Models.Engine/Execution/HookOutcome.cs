using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Execution;

/// <summary>Tells of a hook of the project in dbt's words (`safe_run_hooks` of its run task): by its place among all packages' hooks, and without the server's answer.</summary>
/// <param name="place">From 1, among the hooks that run at the same time.</param>
internal sealed class HookOutcome(OperationNode hook, int place)
{
    private string Name => $"{hook.PackageName}.{hook.List}.{place - 1}";

    public NodeOutcome Skipped => new(NodeStatus.Skipped) { Message = $"{Name} skipped", Failures = 1 };

    public NodeOutcome Of(NodeOutcome outcome) => outcome.Status switch
    {
        NodeStatus.Success => outcome with { Message = $"{Name} passed", Failures = 0, Rows = null, Response = null },
        NodeStatus.Error => outcome with { Message = $"{Name} failed, error:\n {outcome.Message}", Failures = 1 },
        _ => outcome,
    };
}
