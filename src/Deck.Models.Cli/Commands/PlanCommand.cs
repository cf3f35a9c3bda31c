using System.Collections.Immutable;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Engine.Resolution;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>A command that plans the selected nodes and executes them: run, test, seed, snapshot, build.</summary>
internal abstract class PlanCommand : Command
{
    /// <summary>The types that the command works on.</summary>
    protected abstract ImmutableArray<ResourceType> Types { get; }

    protected override CommandAction Configure(CommandLineApplication command, CliHost host)
    {
        GlobalOptions global = new(command, host);
        SelectionOptions selection = new(command, global.Flags);
        RunOptions run = new(global.Flags);
        return async cancellation => SelectedNodes.Open(SessionOpener.Resolve(host, global, Name), selection, Types) is { } selected
            ? await new RunPipeline(selected.Session, selected.Manifest, global) { IsDry = run.DryRun, Deferral = selected.Deferral }.RunAsync(selected.Nodes, cancellation)
            : ExitCodes.Unusable;
    }
}
