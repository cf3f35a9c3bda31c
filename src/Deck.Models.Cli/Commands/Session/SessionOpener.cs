using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Console;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>Opens projects for commands: prints what there is to say and gives null where the command cannot go on.</summary>
internal static class SessionOpener
{
    public static ProjectSession? Open(CliHost host, GlobalOptions options, SessionRequest request) =>
        Report(host, options.Quiet, ProjectSession.Open(host, options, request));

    public static Manifest? Resolve(ProjectSession session) =>
        Report(session.Host, session.IsQuiet, session.Resolve());

    /// <summary>Prints the diagnostics (quietly: errors only) and gives the value, or null where there is an error.</summary>
    public static T? Report<T>(CliHost host, bool quiet, Checked<T> outcome)
        where T : class
    {
        DiagnosticPrinter.Print(host.Error, outcome.Diagnostics.Where(d => !quiet || d.Severity == Severity.Error));
        return outcome.Succeeded(out T? value) ? value : null;
    }
}
