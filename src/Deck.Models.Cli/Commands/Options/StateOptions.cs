using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands.Options;

/// <summary>The flags that name an earlier run's artifacts and say what to take from them.</summary>
internal sealed class StateOptions
{
    private readonly CommandOption state;
    private readonly CommandOption deferState;
    private readonly FlagReader flags;

    public StateOptions(CommandLineApplication command, FlagReader flags)
    {
        this.flags = flags;
        state = command.Option("--state <FOLDER>", "Artifacts of an earlier run, for state:, result:, source_status: and --defer.", CommandOptionType.SingleValue);
        deferState = command.Option("--defer-state <FOLDER>", "Artifacts for --defer, where they are not those of --state.", CommandOptionType.SingleValue);
        flags.Declare("defer", "--defer", "Let ref() lead to where the earlier run built what is not built here.", negatable: true);
        flags.Declare("favor_state", "--favor-state", "With --defer: the earlier run's relation of all that is not selected.", negatable: true);
    }

    public string? Folder => flags.Text(state, "state");

    public string? DeferFolder => flags.Text(deferState, "defer_state") ?? Folder;

    public bool Defers => flags.IsOn("defer");

    public bool FavorsState => flags.IsOn("favor_state");
}
