using Deck.Models.Cli.Console;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>A command that does nothing by itself: the word behind it says what.</summary>
internal abstract class CommandGroup : Command
{
    protected sealed override CommandAction Configure(CommandLineApplication command, CliHost host) => _ =>
    {
        string names = string.Join(", ", Subcommands.Select(s => s.Name));
        string choice = Subcommands.Count == 1 ? names : $"one of {names}";
        host.Announcer.Print(Diagnostic.Error(CliCodes.BadUsage, $"`{Name}` takes {choice}").WithHint($"`deckmodel {Name} --help` explains it"));
        return Task.FromResult(ExitCodes.Unusable);
    };
}
