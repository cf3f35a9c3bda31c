using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel run-operation`: calls a macro with a connection, or runs a templated statement; what is sent is committed at once.</summary>
internal sealed class RunOperationCommand : Command
{
    public override string Name => "run-operation";

    public override string Summary => "Call a macro that does something in the database.";

    public override string Examples => """
        deckmodel run-operation headline_figures
        deckmodel run-operation grant_select --args '{role: reporter}'
        deckmodel run-operation dbt_utils.get_url_host --args '{field: url}'
        deckmodel run-operation --sql "analyze {{ ref('user_segmentation') }}"
        """;

    protected override CommandAction Configure(CommandLineApplication command, CliHost host)
    {
        GlobalOptions global = new(command, host);
        CommandArgument macro = command.Argument("MACRO", "Name of the macro, with its package's before a dot where it is another's.");
        CommandOption args = command.Option("--args <YAML>", "Arguments by name, as a YAML mapping: '{role: reporter}'.", CommandOptionType.SingleValue);
        CommandOption sql = command.Option("--sql <SQL>", "A statement to run instead of a macro; it may be templated.", CommandOptionType.SingleValue);
        return cancellation => OperationRun.RunAsync(host, global, new OperationRequest(macro.Value, args.Value(), sql.Value()), cancellation);
    }
}
