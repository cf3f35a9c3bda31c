using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Cli.Console;
using Deck.Models.Postgres.Local;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>One of `deckmodel local`'s commands: finds the project and its private server, then does its work.</summary>
internal abstract class LocalSubcommand : Command
{
    protected override CommandAction Configure(CommandLineApplication command, CliHost host)
    {
        GlobalOptions options = new(command, host);
        return async cancellation =>
        {
            if (SessionOpener.Open(host, options, "local") is not { } session)
            {
                return ExitCodes.Unusable;
            }

            if (!session.Sources.Profile.IsLocal)
            {
                host.Announcer.Print(Diagnostic
                    .Error(CliCodes.NotLocal, $"the target `{session.Sources.Profile.TargetName}` is not a private server", session.Sources.Profile.Location)
                    .WithHint("name an output with `server: local` by --target"));
                return ExitCodes.Unusable;
            }

            return await RunAsync(session, LocalServers.OptionsOf(session, session.Sources.Profile), cancellation);
        };
    }

    protected abstract Task<int> RunAsync(ProjectSession session, LocalServerOptions server, CancellationToken cancellation);

    /// <summary>Prints the outcome's status, or what went wrong.</summary>
    protected static int Tell(ProjectSession session, Checked<LocalServerStatus> outcome)
    {
        if (session.Report(outcome) is not { } status)
        {
            return ExitCodes.Failure;
        }

        foreach (string line in LocalServerText.Of(status))
        {
            session.Host.Out.WriteLine(line);
        }

        return ExitCodes.Success;
    }
}
