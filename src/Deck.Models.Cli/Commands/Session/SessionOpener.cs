using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Console;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>Opens projects for commands: prints what there is to say and gives null where the command cannot go on.</summary>
internal static class SessionOpener
{
    public static ProjectSession? Open(CliHost host, GlobalOptions options, string command) =>
        Report(host, options.Quiet, ProjectSession.Open(host, options, command));

    public static ResolvedProject? Resolve(CliHost host, GlobalOptions options, string command) =>
        Report(host, options.Quiet, ResolvedProject.Open(host, options, command));

    /// <summary>Prints the diagnostics (quietly: errors only) and gives the value, or null where there is an error.</summary>
    public static T? Report<T>(CliHost host, bool quiet, Checked<T> outcome)
        where T : class
    {
        host.Announcer.Print(outcome.Diagnostics.Where(d => !quiet || d.Severity == Severity.Error));
        return outcome.Succeeded(out T? value) ? value : null;
    }
}
