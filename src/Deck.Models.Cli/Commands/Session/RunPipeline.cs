using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Console;
using Deck.Models.Cli.Files;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Compilation.Context.References;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Selection;
using Deck.Models.Postgres.Sessions;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>From selected nodes to an exit code: reads the catalog, plans, runs, writes artifacts, tells how it went.</summary>
internal sealed class RunPipeline(ProjectSession session, Manifest manifest, GlobalOptions options)
{
    private readonly CliHost host = session.Host;

    /// <summary>`--dry-run`: prints the plan and its SQL instead of running it.</summary>
    public bool IsDry { get; init; }

    /// <summary>`--defer`, or null.</summary>
    public Deferral? Deferral { get; init; }

    /// <summary>The run that `retry` completes, or null.</summary>
    public PreviousRun? Retried { get; init; }

    public async Task<int> RunAsync(NodeSet nodes, CancellationToken cancellation)
    {
        if (nodes.IsEmpty)
        {
            return session.ReportNothing(Diagnostic.Warning(CliCodes.NothingSelected, "nothing to do: no nodes selected"));
        }

        return await ConnectedDatabase.UseAsync(
            session,
            database => IsDry ? PrintPlanAsync(nodes, database, cancellation) : ExecuteAsync(nodes, database, cancellation),
            cancellation);
    }

    private async Task<int> ExecuteAsync(NodeSet nodes, SessionReserve database, CancellationToken cancellation)
    {
        // The workers' sessions are opened while the first one reads the catalog.
        ProjectContext project = manifest.Project;
        database.Prepare(Math.Min(project.Settings.Threads ?? project.Profile.Threads, nodes.Count) - 1, cancellation);
        if (await PlanAsync(nodes, database, cancellation) is not { } plan)
        {
            return ExitCodes.Failure;
        }

        TargetFolder target = TargetFolder.Of(session, options);
        RunServices services = Services(nodes);
        using LogFile log = LogFile.Open(session, options);
        NodeSqlFiles files = new(target);
        RunResult run = await ObservedRun.RunAsync(
            host, options, log, observer => new PlanRunner(services).RunAsync(plan, database, new CompositeObserver([observer, files]), cancellation));
        target.WriteRun(manifest, run);
        await files.CompleteAsync(run);
        if (!ObservedRun.IsJson(options))
        {
            SummaryPrinter.Print(host.Out, RunSummary.Of(run), $"{target.ShownPath}/run", session.IsQuiet);
        }

        return run.Succeeded ? ExitCodes.Success : ExitCodes.Failure;
    }

    /// <summary>The order, then each model's statements; nothing is executed.</summary>
    private async Task<int> PrintPlanAsync(NodeSet nodes, SessionReserve database, CancellationToken cancellation)
    {
        if (await PlanAsync(nodes, database, cancellation) is not { } plan)
        {
            return ExitCodes.Failure;
        }

        PlanPrinter.Print(plan, host.Out);
        await using IDatabaseSession reader = await database.OpenSessionAsync(cancellation);
        CompilationScope scope = new() { Session = Services(nodes).Compilation, Introspection = reader, Cancellation = cancellation };
        IEnumerable<Node> built = plan.Nodes.Select(n => n.Node).Where(n => n is ModelNode or SnapshotNode or FunctionNode);
        IEnumerable<Diagnostic> mistakes = built.SelectMany(n => plan.Pointers.TryGetValue(n.Id, out ModelNode? pointer) ? (IEnumerable<Node>)[n, pointer] : [n]).SelectMany(node => PlanText.Print(node, plan, scope, host.Out));
        Diagnostic[] found = [.. mistakes];
        host.Announcer.Print(found);
        return found.Any(d => d.Severity == Severity.Error) ? ExitCodes.Failure : ExitCodes.Success;
    }

    private RunServices Services(NodeSet nodes) => new()
    {
        Compilation = new CompilationSession(manifest) { Selected = [.. nodes.Select(n => n.Id)], Clock = host.Clock, Deferral = Deferral },
        Files = session.Files,
        RetriedBatches = Retried?.Batches ?? new Dictionary<NodeId, BatchResults>(),
        RetriedFrom = Retried?.StartedAt,
        Clock = host.Clock,
    };

    private async Task<RunPlan?> PlanAsync(NodeSet nodes, SessionReserve database, CancellationToken cancellation)
    {
        AskingSession reader = await AskingSession.OpenAsync(database, session.Retries, cancellation);
        try
        {
            Catalog catalog = await reader.ReadCatalogAsync(Planner.SchemasOf(manifest, nodes), cancellation);
            return session.Report(Planner.Plan(manifest, nodes, catalog));
        }
        finally
        {
            database.Return(reader.Leave());
        }
    }
}
