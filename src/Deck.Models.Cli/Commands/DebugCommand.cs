using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Planning;
using Deck.Models.Postgres.Sessions;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel debug`: which project and connection are used, and whether the database answers.</summary>
internal sealed class DebugCommand : Command
{
    public override string Name => "debug";

    public override string Summary => "Show which project and connection are used, and try the connection.";

    public override string Examples => """
        deckmodel debug
        deckmodel debug --target prod
        """;

    protected override CommandAction Configure(CommandLineApplication command, CliHost host)
    {
        GlobalOptions global = new(command, host);
        CommandOption connection = command.Option("--connection", "Try the connection only.", CommandOptionType.NoValue);
        CommandOption configDir = command.Option("--config-dir", "Print where profiles.yml is, and do nothing else.", CommandOptionType.NoValue);
        return async cancellation => SessionOpener.Open(host, global, "debug") switch
        {
            null => ExitCodes.Failure,
            { } session when configDir.HasValue() => PrintFolder(session),
            { } session => await DebugAsync(session, connection.HasValue() ? [] : Describe(session), cancellation),
        };
    }

    private static int PrintFolder(ProjectSession session)
    {
        string? file = session.Sources.Profile.Location?.Text.Path;
        session.Host.Announcer.Say(file is null ? "the connection is not from a profiles.yml" : Path.GetDirectoryName(Path.GetFullPath(file, session.Folder)) ?? file);
        return ExitCodes.Success;
    }

    private static async Task<int> DebugAsync(ProjectSession session, IEnumerable<(string Name, string Value)> described, CancellationToken cancellation)
    {
        foreach ((string name, string value) in described)
        {
            session.Host.Announcer.Say($"{name,-16} {value}");
        }

        int code = await ConnectedDatabase.UseAsync(session, database => AskAsync(session, database, cancellation), cancellation);
        if (code != ExitCodes.Success)
        {
            session.Host.Announcer.Say($"{"connection",-16} failed");
        }

        return code == ExitCodes.Success ? code : ExitCodes.Failure;
    }

    private static async Task<int> AskAsync(ProjectSession session, SessionReserve database, CancellationToken cancellation)
    {
        await using AskingSession reader = await AskingSession.OpenAsync(database, session.Retries, cancellation);
        IReadOnlyList<QueryResult> answers = await reader.ExecuteAsync(SqlBatch.Separate(SqlStatement.Of("select current_user, current_setting('server_version')")), cancellation);
        session.Host.Announcer.Say($"{"connection",-16} ok: PostgreSQL {answers[0].Rows[0][1]} as {answers[0].Rows[0][0]}");
        return ExitCodes.Success;
    }

    private static IEnumerable<(string Name, string Value)> Describe(ProjectSession session)
    {
        ConnectionProfile profile = session.Sources.Profile;
        yield return ("deckmodel", Program.Version);
        yield return ("project", $"{session.Sources.Root.Project.Name} ({session.Folder})");
        yield return ("profile", profile.ProfileName);
        yield return ("target", profile.TargetName);
        yield return ("server", profile.IsLocal ? "private, on a Unix socket" : $"{profile.Host}:{profile.Port}");
        yield return ("database", profile.Database);
        yield return ("schema", profile.Schema);
        yield return ("threads", $"{profile.Threads}");
        if (!profile.IsLocal)
        {
            yield return ("user", profile.User);
            yield return ("password", profile.Password.Length > 0 ? "given" : "none");
            yield return ("sslmode", profile.SslMode ?? "default");
        }
    }
}
