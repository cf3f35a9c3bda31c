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

    public void AddTo(CommandLineApplication parent, CliHost host) => parent.Command(Name, command =>
    {
        command.Description = Summary;
        foreach (string alias in Aliases)
        {
            command.AddName(alias);
        }

        command.ExtendedHelpText = $"\nExamples:\n{Indent(Examples)}\n";
        Configure(command, host);
    });

    /// <summary>Declares options and says what execution does.</summary>
    protected abstract void Configure(CommandLineApplication command, CliHost host);

    private static string Indent(string text) => string.Join('\n', text.Split('\n').Select(line => "  " + line));
}
