using System.Diagnostics;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Postgres.Local;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>`local psql`: opens psql on the server, which runs as long as the prompt is open.</summary>
internal sealed class LocalPsqlCommand : LocalSubcommand
{
    private CommandArgument? passedOn;

    public override string Name => "psql";

    public override string Summary => "Open psql on the private server.";

    public override string Examples => """
        deckmodel local psql
        deckmodel local psql -- -c 'select count(*) from analytics_gold.user_segmentation'
        """;

    protected override CommandAction Configure(CommandLineApplication command, CliHost host)
    {
        passedOn = command.Argument("ARGUMENT", "Arguments for psql, after --.", multipleValues: true);
        return base.Configure(command, host);
    }

    protected override async Task<int> RunAsync(ProjectSession session, LocalServerOptions server, CancellationToken cancellation)
    {
        Checked<LocalServerLease> started = await LocalServer.StartAsync(server, null, cancellation);
        if (session.Report(started) is not { } lease)
        {
            return ExitCodes.Failure;
        }

        await using (lease)
        {
            Checked<PsqlCommand> found = await LocalServer.PsqlAsync(server, lease.Endpoint, cancellation);
            return session.Report(found) is { } psql ? await OpenAsync(psql, cancellation) : ExitCodes.Failure;
        }
    }

    private async Task<int> OpenAsync(PsqlCommand psql, CancellationToken cancellation)
    {
        using Process process = new() { StartInfo = new ProcessStartInfo(psql.Program, [.. psql.Arguments, .. passedOn?.Values.OfType<string>() ?? []]) };
        process.Start();
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode;
    }
}
