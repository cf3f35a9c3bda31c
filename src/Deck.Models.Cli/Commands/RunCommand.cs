using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel run`: builds models.</summary>
internal sealed class RunCommand : PlanCommand
{
    public override string Name => "run";

    public override string Summary => "Build models in the database, in dependency order.";

    public override string Examples => """
        deckmodel run                                    all models
        deckmodel run --select user_segmentation+        a model and all that depends on it
        deckmodel run --full-refresh --select tag:gold   incremental models from scratch
        deckmodel run --dry-run                          the plan and its SQL
        """;

    protected override ImmutableArray<ResourceType> Types { get; } = [ResourceType.Model];
}
