using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Cli.Console;
using Deck.Models.Cli.Files;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Execution.Freshness;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel source freshness`: compares the age of the sources' data with their limits, and writes sources.json.</summary>
internal sealed class SourceFreshnessCommand : Command
{
    public override string Name => "freshness";

    public override IReadOnlyList<string> Aliases => ["snapshot-freshness"];

    public override string Summary => "Compare the age of the sources' data with `warn_after` and `error_after`; write sources.json.";

    public override string Examples => """
        deckmodel source freshness
        deckmodel source freshness --select source:raw
        deckmodel source freshness --output freshness.json
        """;

    protected override CommandAction Configure(CommandLineApplication command, CliHost host)
    {
        GlobalOptions global = new(command, host);
        SelectionOptions selection = new(command, global.Flags);
        CommandOption output = command.Option("-o|--output <PATH>", "Where to write instead of target/sources.json.", CommandOptionType.SingleValue);
        return cancellation => CheckAsync(SelectedNodes.Open(SessionOpener.Resolve(host, global, "freshness"), selection, ResourceType.Source), global, output.Value(), cancellation);
    }

    private static async Task<int> CheckAsync(SelectedNodes? selected, GlobalOptions global, string? output, CancellationToken cancellation)
    {
        if (selected is null)
        {
            return ExitCodes.Unusable;
        }

        TargetFolder target = TargetFolder.Of(selected.Session, global);
        SourceNode[] sources = [.. selected.Nodes.OfType<SourceNode>().Where(s => FreshnessLimits.Of(s) is not null)];
        if (sources.Length == 0)
        {
            target.WriteSources([], output);
            return selected.Session.ReportNothing(Diagnostic.Warning(CliCodes.NothingSelected, "nothing to do: no selected source has limits of freshness"));
        }

        RunServices services = new() { Compilation = selected.Compilation(), Files = selected.Session.Files, Clock = selected.Session.Host.Clock };
        FreshnessRun run = new(services, selected.Session.Host.Announcer.Observer(global.Verbosity));
        return await ConnectedDatabase.UseAsync(
            selected.Session,
            async database =>
            {
                FreshnessOutcome outcome = await run.RunAsync(sources, database, cancellation);
                target.WriteSources(outcome.Results, output);
                return Tell(selected.Session, outcome);
            },
            cancellation);
    }

    private static int Tell(ProjectSession session, FreshnessOutcome outcome)
    {
        Diagnostic[] told = [.. session.Settings.Warnings.Apply(outcome.Diagnostics)];
        if (!outcome.Results.IsEmpty)
        {
            FreshnessPrinter.Print(session.Host.Announcer, outcome.Results, session.IsQuiet);
        }

        session.Host.Announcer.Print([.. outcome.Results.Select(r => r.Trouble).OfType<Diagnostic>(), .. told]);
        bool failed = outcome.Results.Any(r => r.Status is FreshnessStatus.Error or FreshnessStatus.RuntimeError) || told.Any(d => d.Severity == Severity.Error);
        return failed ? ExitCodes.Failure : ExitCodes.Success;
    }
}
