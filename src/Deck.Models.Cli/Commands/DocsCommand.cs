using Deck.Models.Cli.Console;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel docs`: what tools that show documentation read.</summary>
internal sealed class DocsCommand : Command
{
    public override string Name => "docs";

    public override string Summary => "Write manifest.json and catalog.json for tools that show documentation.";

    public override IReadOnlyList<Command> Subcommands { get; } = [new DocsGenerateCommand()];

    public override string Examples => """
        deckmodel docs generate     manifest.json and catalog.json, into target/
        """;

    protected override CommandAction Configure(CommandLineApplication command, CliHost host) => _ =>
    {
        DiagnosticPrinter.Print(host.Error, Diagnostic.Error(CliCodes.BadUsage, "`docs` takes generate").WithHint("`deckmodel docs --help` explains it"));
        return Task.FromResult(ExitCodes.Unusable);
    };
}
