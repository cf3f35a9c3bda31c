using Deck.Models.Cli.Console;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel local`: the private server of a target with `server: local`.</summary>
internal sealed class LocalCommand : Command
{
    public override string Name => "local";

    public override string Summary => "Start, stop, look into or delete the private PostgreSQL.";

    public override IReadOnlyList<Command> Subcommands { get; } =
    [
        new LocalStartCommand(), new LocalStatusCommand(), new LocalStopCommand(), new LocalPsqlCommand(), new LocalDestroyCommand(),
    ];

    public override string Examples => """
        deckmodel local start     start it and keep it between commands
        deckmodel local psql      a prompt on it; arguments after -- go to psql
        deckmodel local status    where it is and whether it runs
        deckmodel local stop      stop it
        deckmodel local destroy   stop it and delete its data
        """;

    protected override CommandAction Configure(CommandLineApplication command, CliHost host) => _ =>
    {
        string names = string.Join(", ", Subcommands.Select(s => s.Name));
        DiagnosticPrinter.Print(host.Error, Diagnostic.Error(CliCodes.BadUsage, $"`local` takes one of {names}").WithHint("`deckmodel local --help` explains them"));
        return Task.FromResult(ExitCodes.Unusable);
    };
}
