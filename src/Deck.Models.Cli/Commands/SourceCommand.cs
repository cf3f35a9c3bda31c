namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel source`: the project's sources.</summary>
internal sealed class SourceCommand : CommandGroup
{
    public override string Name => "source";

    public override string Summary => "Check how fresh the sources are.";

    public override IReadOnlyList<Command> Subcommands { get; } = [new SourceFreshnessCommand()];

    public override string Examples => """
        deckmodel source freshness     of every source with limits of freshness
        """;
}
