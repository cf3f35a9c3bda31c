using System.Collections.Immutable;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>Executes a plan: schemas, `on-run-start`, the nodes in parallel, `on-run-end`.</summary>
public sealed class PlanRunner(RunServices services)
{
    /// <summary>
    /// Runs the plan to its end, whatever fails on the way. Cancelling stops new nodes, cancels the statements that run in the server, and
    /// still gives a result for every node.
    /// </summary>
    public async Task<RunResult> RunAsync(RunPlan plan, IDatabase database, IRunObserver observer, CancellationToken cancellation)
    {
        SerialObserver events = new(observer);
        DateTimeOffset startedAt = services.Clock.GetUtcNow();
        ProjectContext project = plan.Manifest.Project;
        int threads = Math.Max(1, project.Settings.Threads ?? project.Profile.Threads);
        events.OnEvent(new RunStarted(startedAt, [.. plan.Nodes.Select(n => n.Node)], threads));
        SessionOpener opener = new(database, BuiltRelations.Announce(plan), new RetryPolicy(project.Profile.Retries, services.Clock));
        using LockWatch watch = new(database, services.Clock, events);
        NodeExecutor executor = new(plan, services, events) { Watch = watch };
        RunFrame frame = new(plan, services, events, opener);
        int count = Math.Min(threads, Math.Max(1, plan.Nodes.Length));
        NodeSchedule schedule = new(plan, services, events, count);
        Worker[] workers = [.. Enumerable.Range(1, count).Select(i => new Worker($"Thread-{i}", executor, opener, services.Clock))];

        Task watching = watch.RunAsync(cancellation);
        (ImmutableArray<NodeResult> results, ImmutableArray<Diagnostic> trouble) = await RunAsync(frame, schedule, workers, cancellation).ConfigureAwait(false);
        watch.Dispose();
        await watching.ConfigureAwait(false);
        foreach (Diagnostic diagnostic in trouble)
        {
            events.OnEvent(new DiagnosticRaised(services.Clock.GetUtcNow(), diagnostic));
        }

        DateTimeOffset finishedAt = services.Clock.GetUtcNow();
        RunResult run = new(results, finishedAt - startedAt, cancellation.IsCancellationRequested) { Diagnostics = trouble };
        events.OnEvent(new RunFinished(finishedAt, run));
        return run;
    }

    private static async Task<(ImmutableArray<NodeResult> Results, ImmutableArray<Diagnostic> Trouble)> RunAsync(
        RunFrame frame, NodeSchedule schedule, IReadOnlyList<Worker> workers, CancellationToken cancellation)
    {
        FrameOutcome before = await frame.BeginAsync(cancellation).ConfigureAwait(false);
        if (!before.Trouble.IsEmpty || (before.FailedHooks.Any() && !frame.GoesOnAfterHooks))
        {
            // As in dbt, the hooks at the end follow one at the start that has failed; where there are no schemas they do not.
            FrameOutcome end = before.Trouble.IsEmpty ? await frame.EndAsync([], cancellation).ConfigureAwait(false) : new FrameOutcome([]);
            return ([.. before.Hooks, .. schedule.Skip("not begun, as what comes before the nodes failed"), .. end.Hooks], before.Trouble);
        }

        IReadOnlyList<NodeResult> results = await schedule.RunAsync(workers, cancellation).ConfigureAwait(false);
        FrameOutcome after = await frame.EndAsync([.. before.FailedHooks, .. results], cancellation).ConfigureAwait(false);
        return ([.. before.Hooks, .. results, .. after.Hooks], []);
    }
}
