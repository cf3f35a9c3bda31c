using Deck.Models.Cli.Commands.Options;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>One command of the tool: its name, its help and what it does.</summary>
internal abstract class Command
{
    public abstract string Name { get; }

    /// <summary>One sentence for the list of commands.</summary>
    public abstract string Summary { get; }

    /// <summary>Lines of the form `deckmodel … · what it does`, shown under "Examples".</summary>
    public abstract string Examples { get; }

    /// <summary>Further names, such as `ls`.</summary>
    public virtual IReadOnlyList<string> Aliases => [];

    public virtual IReadOnlyList<Command> Subcommands => [];

    /// <summary>Hangs the command under its parent and notes what it does.</summary>
    public void AddTo(CommandLineApplication parent, CliHost host, IDictionary<CommandLineApplication, CommandAction> actions) => parent.Command(Name, command =>
    {
        command.Description = Summary;
        command.Out = parent.Out;
        command.Error = parent.Error;
        foreach (string alias in Aliases)
        {
            command.AddName(alias);
        }

        command.ExtendedHelpText = $"\nExamples:\n{Indent(Examples)}\n";
        actions[command] = Configure(command, host);
        AcceptedFlags.AddTo(command);
        foreach (Command subcommand in Subcommands)
        {
            subcommand.AddTo(command, host, actions);
        }
    });

    /// <summary>Declares options and returns what execution does; the options have their values by then.</summary>
    protected abstract CommandAction Configure(CommandLineApplication command, CliHost host);

    private static string Indent(string text) => string.Join('\n', text.Split('\n').Select(line => "  " + line));
}
