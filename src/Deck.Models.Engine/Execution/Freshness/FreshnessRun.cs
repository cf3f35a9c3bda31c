using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution.Freshness;

/// <summary>The command `source freshness`: the check of sources between the project's hooks.</summary>
public sealed class FreshnessRun(RunServices services, IRunObserver observer)
{
    private const string HooksFlag = "source_freshness_run_project_hooks";

    /// <summary>Checks the sources; where `on-run-start` fails, nothing is checked.</summary>
    public async Task<FreshnessOutcome> RunAsync(IReadOnlyList<SourceNode> sources, IDatabase database, CancellationToken cancellation)
    {
        Manifest manifest = services.Compilation.Manifest;
        RunPlan plan = PlanOf(manifest, out ImmutableArray<Diagnostic> warnings);
        RetryPolicy policy = new(manifest.Project.Profile.Retries, services.Clock);
        SessionOpener opener = new(database, BuiltRelations.Announce(plan), policy);
        RunFrame frame = new(plan, services, observer, opener);
        FrameOutcome before = await frame.BeginAsync(cancellation).ConfigureAwait(false);
        if (before.FailedHooks.Any())
        {
            return new FreshnessOutcome([], TroubleOf(before));
        }

        AskingSession session = await AskingSession.OpenAsync(database, policy, cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            CompilationScope scope = new() { Session = services.Compilation, Introspection = session, Observer = observer, Cancellation = cancellation };
            ImmutableArray<FreshnessResult> results = await new FreshnessCheck(session, scope, services.Clock).RunAsync(sources, cancellation).ConfigureAwait(false);
            FrameOutcome after = await frame.EndAsync([.. results.Select(ToNodeResult)], cancellation).ConfigureAwait(false);
            return new FreshnessOutcome(results, [.. warnings, .. TroubleOf(after)]);
        }
    }

    /// <summary>The hooks have no results in sources.json: what failed is told apart from it.</summary>
    private static ImmutableArray<Diagnostic> TroubleOf(FrameOutcome frame) => [.. frame.FailedHooks.SelectMany(h => h.Diagnostics)];

    /// <summary>No nodes, and the hooks unless the project's flags leave them out.</summary>
    private static RunPlan PlanOf(Manifest manifest, out ImmutableArray<Diagnostic> warnings)
    {
        ImmutableArray<OperationNode> start = Planner.Operations(manifest, true);
        ImmutableArray<OperationNode> end = Planner.Operations(manifest, false);
        bool runs = manifest.Project.IsFlagOn(HooksFlag, otherwise: true);
        warnings = runs || (start.IsEmpty && end.IsEmpty) ? [] :
        [
            Diagnostic.Warning(ExecutionCodes.HooksLeftOut, $"the flag `{HooksFlag}` of the project file leaves out the project's hooks", (start.IsEmpty ? end : start)[0].Location),
        ];
        return new RunPlan { Manifest = manifest, Catalog = Catalog.Empty, Nodes = [], Schemas = [], OnRunStart = runs ? start : [], OnRunEnd = runs ? end : [] };
    }

    /// <summary>What `results` of `on-run-end` tells of a source.</summary>
    private static NodeResult ToNodeResult(FreshnessResult result) => new()
    {
        Node = result.Source,
        Status = result.Status switch
        {
            FreshnessStatus.Pass => NodeStatus.Pass,
            FreshnessStatus.Warn => NodeStatus.Warn,
            FreshnessStatus.Error => NodeStatus.Error,
            _ => NodeStatus.RuntimeError,
        },
        Message = result.Trouble?.Message,
        StartedAt = result.StartedAt,
        FinishedAt = result.FinishedAt,
    };
}
