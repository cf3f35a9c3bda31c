using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel build`: seeds, models and tests in one dependency order; a failed test holds back what is downstream of it.</summary>
internal sealed class BuildCommand : PlanCommand
{
    public override string Name => "build";

    public override string Summary => "Load seeds, build models and test them, in dependency order.";

    public override string Examples => """
        deckmodel build                                  everything
        deckmodel build --select +user_segmentation      a model with all that it needs, and their tests
        deckmodel build --target ci --fail-fast          the gate of a pull request
        """;

    protected override ImmutableArray<ResourceType> Types { get; } = [ResourceType.Seed, ResourceType.Model, ResourceType.Snapshot, ResourceType.Test, ResourceType.UnitTest, ResourceType.Exposure];
}
