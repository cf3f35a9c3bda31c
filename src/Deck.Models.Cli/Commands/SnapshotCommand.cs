using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel snapshot`: brings the tables of snapshots up to date.</summary>
internal sealed class SnapshotCommand : PlanCommand
{
    public override string Name => "snapshot";

    public override string Summary => "Record what has changed in the sources of snapshots.";

    public override string Examples => """
        deckmodel snapshot                               all snapshots
        deckmodel snapshot --select orders_history       one of them
        """;

    protected override ImmutableArray<ResourceType> Types { get; } = [ResourceType.Snapshot];
}
