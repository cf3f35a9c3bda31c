using Deck.Models.Cli.Commands.Session;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands.Options;

/// <summary>The flags that name an earlier run's artifacts and say what to take from them.</summary>
internal sealed class StateOptions
{
    private readonly CommandOption state;
    private readonly CommandOption deferState;
    private readonly FlagReader flags;

    public StateOptions(FlagReader flags)
    {
        this.flags = flags;
        state = flags.Declare("state", "--state <FOLDER>", "Artifacts of an earlier run, for state:, result:, source_status: and --defer.", OptionRule.AnyText);
        deferState = flags.Declare("defer_state", "--defer-state <FOLDER>", "Artifacts for --defer, where they are not those of --state.", OptionRule.AnyText);
        flags.Declare("defer", "--defer", "Let ref() lead to where the earlier run built what is not built here.", negatable: true);
        flags.Declare("favor_state", "--favor-state", "With --defer: the earlier run's relation of all that is not selected.", negatable: true);
    }

    public string? Folder => flags.Text(state, "state");

    public DeferralRequest Deferral => new(flags.Text(deferState, "defer_state") ?? Folder, flags.IsOn("defer"), flags.IsOn("favor_state"));
}
