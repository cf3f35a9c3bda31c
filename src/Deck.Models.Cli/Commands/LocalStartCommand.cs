using Deck.Models.Cli.Commands.Session;
using Deck.Models.Postgres.Local;

namespace Deck.Models.Cli.Commands;

/// <summary>`local start`: starts the server and keeps it.</summary>
internal sealed class LocalStartCommand : LocalSubcommand
{
    public override string Name => "start";

    public override string Summary => "Start the private server and keep it running between commands.";

    public override string Examples => "deckmodel local start";

    protected override async Task<int> RunAsync(ProjectSession session, LocalServerOptions server, CancellationToken cancellation) =>
        Tell(session, await LocalServer.KeepAsync(server, new Progress<string>(session.Host.Error.WriteLine), cancellation));
}
