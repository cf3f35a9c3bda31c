using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Console;
using Deck.Models.Cli.Files;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Selection;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>From selected nodes to an exit code: reads the catalog, plans, runs, writes artifacts, tells how it went.</summary>
internal sealed class RunPipeline(ProjectSession session, Manifest manifest, GlobalOptions options)
{
    private readonly CliHost host = session.Host;

    public async Task<int> RunAsync(NodeSet nodes, IDatabase database, CancellationToken cancellation)
    {
        if (await PlanAsync(nodes, database, cancellation) is not { } plan)
        {
            return ExitCodes.Failure;
        }

        TargetFolder target = TargetFolder.Of(session, options);
        target.WriteManifest(manifest);
        RunServices services = Services(nodes);
        using LogFile log = LogFile.Open(session, options);
        RunResult run = await ObservedRun.RunAsync(host, options, log, observer => new PlanRunner(services).RunAsync(plan, database, observer, cancellation));
        target.WriteRun(manifest, run);
        SummaryPrinter.Print(ObservedRun.IsJson(options) ? TextWriter.Null : host.Out, RunSummary.Of(run), session.IsQuiet);
        return run.Succeeded ? ExitCodes.Success : ExitCodes.Failure;
    }

    /// <summary>`--dry-run`: the order, then each model's statements; nothing is executed.</summary>
    public async Task<int> PrintPlanAsync(NodeSet nodes, IDatabase database, CancellationToken cancellation)
    {
        if (await PlanAsync(nodes, database, cancellation) is not { } plan)
        {
            return ExitCodes.Failure;
        }

        PlanPrinter.Print(plan, host.Out);
        await using IDatabaseSession reader = await database.OpenSessionAsync(cancellation);
        CompilationScope scope = new() { Session = Services(nodes).Compilation, Introspection = reader, Cancellation = cancellation };
        IEnumerable<Diagnostic> mistakes = plan.Nodes.Select(n => n.Node).OfType<ModelNode>().SelectMany(node => PlanText.Print(node, plan, scope, host.Out));
        Diagnostic[] found = [.. mistakes];
        DiagnosticPrinter.Print(host.Error, found);
        return found.Any(d => d.Severity == Severity.Error) ? ExitCodes.Failure : ExitCodes.Success;
    }

    private RunServices Services(NodeSet nodes) => new()
    {
        Compilation = new CompilationSession(manifest) { Selected = [.. nodes.Select(n => n.Id)], Clock = host.Clock },
        ReadSeed = new SeedFiles(session).Read,
        Clock = host.Clock,
    };

    private async Task<RunPlan?> PlanAsync(NodeSet nodes, IDatabase database, CancellationToken cancellation)
    {
        try
        {
            await using IDatabaseSession reader = await database.OpenSessionAsync(cancellation);
            Catalog catalog = await reader.ReadCatalogAsync(Planner.SchemasOf(manifest, nodes), cancellation);
            return SessionOpener.Report(host, session.IsQuiet, Planner.Plan(manifest, nodes, catalog));
        }
        catch (DatabaseException refused)
        {
            DiagnosticPrinter.Print(host.Error, Postgres.Errors.ConnectionDiagnostics.Describe(refused.Error, session.Sources.Profile));
            return null;
        }
    }
}
