using System.Collections.Immutable;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Engine.Compilation.Context.References;
using Deck.Models.Engine.Resolution;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel clone`: views of what an earlier run built elsewhere, under the names that this target gives.</summary>
internal sealed class CloneCommand : Command
{
    private static readonly ImmutableArray<ResourceType> Types = [ResourceType.Model, ResourceType.Seed, ResourceType.Snapshot];

    public override string Name => "clone";

    public override string Summary => "Make views of what an earlier run built elsewhere.";

    public override string Examples => """
        deckmodel clone --state prod-artifacts                        everything that production has
        deckmodel clone --state prod-artifacts --select +my_model     what a model needs
        deckmodel clone --state prod-artifacts --full-refresh         also where something stands already
        """;

    protected override CommandAction Configure(CommandLineApplication command, CliHost host)
    {
        GlobalOptions global = new(command, host);
        SelectionOptions selection = new(command, global.Flags);
        global.Flags.Declare("full_refresh", "-f|--full-refresh", "Replace what stands there already.");
        return async cancellation =>
        {
            if (SelectedNodes.Open(SessionOpener.Resolve(host, global, Name), selection, Types) is not { } selected
                || !EarlierRun.TryDefer(selected.Session, selection.State.Deferral with { IsNeeded = true }, out Deferral? elsewhere))
            {
                return ExitCodes.Unusable;
            }

            return await new RunPipeline(selected.Session, selected.Manifest, global) { Deferral = elsewhere }.RunAsync(selected.Nodes, cancellation);
        };
    }
}
