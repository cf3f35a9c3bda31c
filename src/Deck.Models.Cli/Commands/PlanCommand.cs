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
        RunOptions run = new(global.Flags, Types.Contains(ResourceType.Model));
        if (Types.Contains(ResourceType.Seed))
        {
            global.Flags.Declare("skip_unchanged_seeds", "--skip-unchanged-seeds", "Leave a seed's table alone where neither the seed nor the table has changed since a load with this flag.", negatable: true);
        }

        Func<SelectedNodes, CancellationToken, Task<int>>? afterwards = ConfigureEnd(command, global.Flags);
        return async cancellation =>
        {
            if (SelectedNodes.Open(SessionOpener.Resolve(host, global, Name), selection, Types) is not { } selected)
            {
                return ExitCodes.Unusable;
            }

            RunPipeline pipeline = new(selected.Session, selected.Manifest, global) { IsDry = run.DryRun, Deferral = selected.Deferral };
            int code = await pipeline.RunAsync(selected.Nodes, cancellation);
            return run.DryRun || code != ExitCodes.Success || afterwards is null ? code : await afterwards(selected, cancellation);
        };
    }

    /// <summary>Declares options of the command's own, and returns what it does after a run that succeeded, or null.</summary>
    protected virtual Func<SelectedNodes, CancellationToken, Task<int>>? ConfigureEnd(CommandLineApplication command, FlagReader flags) => null;
}
