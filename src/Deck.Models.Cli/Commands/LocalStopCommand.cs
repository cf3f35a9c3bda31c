using Deck.Models.Cli.Commands.Session;
using Deck.Models.Postgres.Local;

namespace Deck.Models.Cli.Commands;

/// <summary>`local stop`: stops a kept server.</summary>
internal sealed class LocalStopCommand : LocalSubcommand
{
    public override string Name => "stop";

    public override string Summary => "Stop the private server; its data stays.";

    public override string Examples => "deckmodel local stop";

    protected override async Task<int> RunAsync(ProjectSession session, LocalServerOptions server, CancellationToken cancellation) =>
        Tell(session, await LocalServer.StopAsync(server, cancellation));
}
