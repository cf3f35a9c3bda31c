namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel docs`: what tools that show documentation read.</summary>
internal sealed class DocsCommand : CommandGroup
{
    public override string Name => "docs";

    public override string Summary => "Write manifest.json and catalog.json for tools that show documentation.";

    public override IReadOnlyList<Command> Subcommands { get; } = [new DocsGenerateCommand()];

    public override string Examples => """
        deckmodel docs generate     manifest.json and catalog.json, into target/
        """;
}
