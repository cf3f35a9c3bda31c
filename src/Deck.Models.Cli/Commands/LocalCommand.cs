namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel local`: the private server of a target with `server: local`.</summary>
internal sealed class LocalCommand : CommandGroup
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
}
