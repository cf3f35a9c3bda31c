using Deck.Models.Postgres.Local;

namespace Deck.Models.Cli.Console;

/// <summary>What the console says of the private server.</summary>
internal static class LocalServerText
{
    public static IEnumerable<string> Of(LocalServerStatus status)
    {
        yield return status switch
        {
            { ProcessId: { } id } => $"running, PostgreSQL {status.Version}, process {id}{(status.IsKept ? ", kept until `deckmodel local stop`" : ", until its last command ends")}",
            { Version: { } version } => $"stopped, PostgreSQL {version}",
            _ => "not made yet: the first command that needs it makes it",
        };
        yield return $"folder  {status.Folder}";
        if (status.Endpoint is { } endpoint)
        {
            yield return $"socket  {endpoint.SocketDirectory} (port {endpoint.Port}, user {endpoint.User})";
        }
    }
}
