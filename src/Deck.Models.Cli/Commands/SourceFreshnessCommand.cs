using System.Collections.Immutable;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Cli.Console;
using Deck.Models.Cli.Files;
using Deck.Models.Engine.Compilation;
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

        return await ConnectedDatabase.UseAsync(
            selected.Session,
            async database =>
            {
                await using IDatabaseSession reader = await database.OpenSessionAsync(cancellation);
                CompilationScope scope = new() { Session = selected.Compilation(), Introspection = reader, Cancellation = cancellation };
                ImmutableArray<FreshnessResult> results = await new FreshnessCheck(reader, scope, selected.Session.Host.Clock).RunAsync(sources, cancellation);
                target.WriteSources(results, output);
                return Tell(selected.Session, results);
            },
            cancellation);
    }

    private static int Tell(ProjectSession session, ImmutableArray<FreshnessResult> results)
    {
        FreshnessPrinter.Print(session.Host.Announcer, results, session.IsQuiet);
        session.Host.Announcer.Print(results.Select(r => r.Trouble).OfType<Diagnostic>());
        return results.Any(r => r.Status is FreshnessStatus.Error or FreshnessStatus.RuntimeError) ? ExitCodes.Failure : ExitCodes.Success;
    }
}
