using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel test`: runs data tests and unit tests.</summary>
internal sealed class TestCommand : PlanCommand
{
    public override string Name => "test";

    public override string Summary => "Run data tests and unit tests.";

    public override string Examples => """
        deckmodel test                                   all tests
        deckmodel test --select user_segmentation        the tests of one model
        deckmodel test --select test_type:unit           unit tests only
        deckmodel test --store-failures                  keep failing rows in tables
        """;

    protected override ImmutableArray<ResourceType> Types { get; } = [ResourceType.Test, ResourceType.UnitTest];
}
