using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Loading;
using Deck.Models.Postgres.Local;
using Deck.Models.Postgres.Sessions;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>The database of the session's target; where it is the private server, the lease that keeps it running.</summary>
internal sealed class ConnectedDatabase : IAsyncDisposable
{
    private readonly LocalServerLease? lease;

    private ConnectedDatabase(SessionReserve database, LocalServerLease? lease)
    {
        Database = database;
        this.lease = lease;
    }

    private SessionReserve Database { get; }

    /// <summary>Opens the database for some work; where it does not open, or refuses what the work cannot do without, reports why and gives the exit code for that.</summary>
    public static async Task<int> UseAsync(ProjectSession session, Func<SessionReserve, Task<int>> work, CancellationToken cancellation)
    {
        if (session.Report(await OpenAsync(session, cancellation)) is not { } connected)
        {
            return ExitCodes.Unusable;
        }

        await using (connected)
        {
            try
            {
                return await work(connected.Database);
            }
            catch (DatabaseException refused)
            {
                session.Host.Announcer.Print(Postgres.Errors.ConnectionDiagnostics.Describe(refused.Error, session.Sources.Profile));
                return ExitCodes.Failure;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (lease is not null)
        {
            await lease.DisposeAsync();
        }
    }

    /// <summary>Starts the private server where the target is one, and proves the connection by opening it; the first to ask for a session gets that one.</summary>
    private static async Task<Checked<ConnectedDatabase>> OpenAsync(ProjectSession session, CancellationToken cancellation)
    {
        ConnectionProfile profile = session.Sources.Profile;
        LocalServerLease? lease = null;
        if (profile.IsLocal)
        {
            Checked<LocalServerLease> started = await LocalServer.StartAsync(LocalServers.OptionsOf(session, profile), ProgressOf(session), cancellation);
            if (!started.Succeeded(out lease))
            {
                return Check.Failed<ConnectedDatabase>(started.Diagnostics);
            }
        }

        return await ProveAsync(new ConnectedDatabase(new SessionReserve(PostgresDatabase.Create(profile, lease?.Endpoint, session.Host.Clock)), lease), profile, cancellation);
    }

    private static async Task<Checked<ConnectedDatabase>> ProveAsync(ConnectedDatabase connected, ConnectionProfile profile, CancellationToken cancellation)
    {
        try
        {
            connected.Database.Return(await connected.Database.OpenSessionAsync(cancellation));
            return Check.Ok(connected);
        }
        catch (DatabaseException refused)
        {
            await connected.DisposeAsync();
            return Check.Failed<ConnectedDatabase>(Postgres.Errors.ConnectionDiagnostics.Describe(refused.Error, profile));
        }
        catch (OperationCanceledException)
        {
            await connected.DisposeAsync();
            throw;
        }
    }

    private static Progress<string>? ProgressOf(ProjectSession session) =>
        session.IsQuiet ? null : new Progress<string>(text => session.Host.Error.WriteLine($"deckmodel: {text}"));
}
