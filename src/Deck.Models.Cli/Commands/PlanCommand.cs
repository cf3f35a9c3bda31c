using System.Collections.Immutable;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Cli.Console;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>A command that plans the selected nodes and executes them: run, test, seed, build.</summary>
internal abstract class PlanCommand : Command
{
    /// <summary>The types that the command works on.</summary>
    protected abstract ImmutableArray<ResourceType> Types { get; }

    protected override CommandAction Configure(CommandLineApplication command, CliHost host)
    {
        GlobalOptions global = new(command, host);
        SelectionOptions selection = new(command, global.Flags);
        RunOptions run = new(command, global.Flags);
        return cancellation => RunAsync(host, global, new Choices(selection, run), cancellation);
    }

    private async Task<int> RunAsync(CliHost host, GlobalOptions global, Choices choices, CancellationToken cancellation)
    {
        if (SessionOpener.Open(host, global, new SessionRequest(Name, choices.Run)) is not { } session
            || SessionOpener.Resolve(session) is not { } manifest
            || NodeSelection.Select(session, manifest, choices.Selection, Types) is not { } nodes)
        {
            return ExitCodes.Unusable;
        }

        if (nodes.Count == 0)
        {
            DiagnosticPrinter.Print(host.Error, Diagnostic.Warning(CliCodes.NothingSelected, "nothing to do: no nodes selected"));
            return ExitCodes.Success;
        }

        Checked<ConnectedDatabase> opened = await ConnectedDatabase.OpenAsync(session, cancellation);
        if (SessionOpener.Report(host, session.IsQuiet, opened) is not { } connected)
        {
            return ExitCodes.Unusable;
        }

        await using (connected)
        {
            RunPipeline pipeline = new(session, manifest, global);
            return choices.Run.DryRun
                ? await pipeline.PrintPlanAsync(nodes, connected.Database, cancellation)
                : await pipeline.RunAsync(nodes, connected.Database, cancellation);
        }
    }

    /// <summary>The flags of one invocation.</summary>
    private sealed record Choices(SelectionOptions Selection, RunOptions Run);
}
