using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel seed`: loads seeds.</summary>
internal sealed class SeedCommand : PlanCommand
{
    public override string Name => "seed";

    public override string Summary => "Load CSV seeds into tables by COPY.";

    public override string Examples => """
        deckmodel seed                                   all seeds
        deckmodel seed --select users --full-refresh     one, its table made anew
        """;

    protected override ImmutableArray<ResourceType> Types { get; } = [ResourceType.Seed];
}
