using Deck.Models.Cli.Console;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel source`: the project's sources.</summary>
internal sealed class SourceCommand : Command
{
    public override string Name => "source";

    public override string Summary => "Check how fresh the sources are.";

    public override IReadOnlyList<Command> Subcommands { get; } = [new SourceFreshnessCommand()];

    public override string Examples => """
        deckmodel source freshness     of every source with limits of freshness
        """;

    protected override CommandAction Configure(CommandLineApplication command, CliHost host) => _ =>
    {
        DiagnosticPrinter.Print(host.Error, Diagnostic.Error(CliCodes.BadUsage, "`source` takes freshness").WithHint("`deckmodel source --help` explains it"));
        return Task.FromResult(ExitCodes.Unusable);
    };
}
