namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel docs`: the project's documentation.</summary>
internal sealed class DocsCommand : CommandGroup
{
    public override string Name => "docs";

    public override string Summary => "Write the documentation of the project, or show it in a browser.";

    public override IReadOnlyList<Command> Subcommands { get; } = [new DocsGenerateCommand(), new DocsServeCommand()];

    public override string Examples => """
        deckmodel docs generate     index.html, manifest.json and catalog.json, into target/
        deckmodel docs serve        show them in a browser
        """;
}
