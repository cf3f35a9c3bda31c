using Deck.Models.Engine.Loading;
using Deck.Models.Postgres.Local;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>Which private server belongs to a project.</summary>
internal static class LocalServers
{
    public static LocalServerOptions OptionsOf(ProjectSession session, ConnectionProfile profile) => new()
    {
        Folder = Path.Combine(session.Folder, ".deckmodel", "local"),
        Database = profile.Database,
        Environment = session.Settings.Environment,
        Time = session.Host.Clock,
    };
}
