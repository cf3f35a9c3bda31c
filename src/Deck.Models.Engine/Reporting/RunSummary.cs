using System.Collections.Immutable;

namespace Deck.Models.Engine.Reporting;

/// <summary>A run in figures, and how to go on after it.</summary>
public sealed class RunSummary
{
    private RunSummary(RunResult run)
    {
        Run = run;
        Failures = [.. run.Results.Where(r => NodeStatuses.IsFailure(r.Status))];
        Warnings = [.. run.Results.Where(r => r.Status == NodeStatus.Warn)];
        Remarks = [.. run.Results.Where(r => r.Status is NodeStatus.Success or NodeStatus.Pass && !r.Diagnostics.IsEmpty)];
    }

    public RunResult Run { get; }

    /// <summary>Nodes that failed, in the order in which they did.</summary>
    public ImmutableArray<NodeResult> Failures { get; }

    public ImmutableArray<NodeResult> Warnings { get; }

    /// <summary>Nodes that came out well and yet have something to tell, such as a configuration that was not taken up.</summary>
    public ImmutableArray<NodeResult> Remarks { get; }

    /// <summary>dbt's words for what came out well: models and seeds that were built, tests that passed.</summary>
    public int Passed => Run.Results.Count(r => r.Status is NodeStatus.Success or NodeStatus.Pass);

    public int Skipped => Run.Results.Count(r => r.Status == NodeStatus.Skipped);

    public int NoOps => Run.Results.Count(r => r.Status == NodeStatus.NoOp);

    public int Total => Run.Results.Length;

    /// <summary>dbt's closing line.</summary>
    public string Line => $"PASS={Passed} WARN={Warnings.Length} ERROR={Failures.Length} SKIP={Skipped} NO-OP={NoOps} TOTAL={Total}";

    /// <summary>What to do next, each one sentence; empty after a run without failures.</summary>
    /// <param name="sqlFolder">Where the SQL that was sent is kept, as the user should read it.</param>
    public IEnumerable<string> HintsOf(string sqlFolder)
    {
        if (Failures.Length > 0)
        {
            yield return "`deckmodel retry` runs what failed and what was skipped because of it";
        }
        else if (Run.WasCancelled)
        {
            yield return "`deckmodel retry` runs what was not finished";
        }

        if (Failures.Any(f => f.ExecutedSql is not null))
        {
            yield return $"the SQL as it was sent is in `{sqlFolder}`";
        }
    }

    public static RunSummary Of(RunResult run) => new(run);
}
