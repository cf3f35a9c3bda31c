using Deck.Models.Cli.Commands.Session;
using Deck.Models.Postgres.Local;

namespace Deck.Models.Cli.Commands;

/// <summary>`local status`: tells where the server is and whether it runs.</summary>
internal sealed class LocalStatusCommand : LocalSubcommand
{
    public override string Name => "status";

    public override string Summary => "Tell where the private server is and whether it runs.";

    public override string Examples => "deckmodel local status";

    protected override Task<int> RunAsync(ProjectSession session, LocalServerOptions server, CancellationToken cancellation) =>
        Task.FromResult(Tell(session, Text.Check.Ok(LocalServer.Status(server))));
}
