using Deck.Models.Cli.Commands.Session;
using Deck.Models.Postgres.Local;

namespace Deck.Models.Cli.Commands;

/// <summary>`local destroy`: stops the server and deletes its data.</summary>
internal sealed class LocalDestroyCommand : LocalSubcommand
{
    public override string Name => "destroy";

    public override string Summary => "Stop the private server and delete its data.";

    public override string Examples => "deckmodel local destroy";

    protected override async Task<int> RunAsync(ProjectSession session, LocalServerOptions server, CancellationToken cancellation) =>
        Tell(session, await LocalServer.DestroyAsync(server, cancellation));
}
