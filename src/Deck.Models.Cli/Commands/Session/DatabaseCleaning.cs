using System.Collections.Immutable;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>`clean --database`: drops what interrupted runs left beside the project's relations.</summary>
internal static class DatabaseCleaning
{
    /// <param name="isDry">True to list what would be dropped.</param>
    public static Task<int> RunAsync(ResolvedProject project, bool isDry, CancellationToken cancellation) =>
        ConnectedDatabase.UseAsync(project.Session, database => CleanAsync(project, isDry, database, cancellation), cancellation);

    private static async Task<int> CleanAsync(ResolvedProject project, bool isDry, SessionReserve database, CancellationToken cancellation)
    {
        await using AskingSession session = await AskingSession.OpenAsync(database, project.Session.Retries, cancellation);
        Catalog catalog = await session.ReadCatalogAsync(Leftover.SchemasOf(project.Manifest), cancellation);
        ImmutableArray<Leftover> leftovers = Leftover.Find(project.Manifest, catalog);
        int code = ExitCodes.Success;
        foreach (Leftover leftover in leftovers)
        {
            code = isDry || await DropAsync(project.Session, leftover, session, cancellation) ? code : ExitCodes.Failure;
            if (isDry)
            {
                project.Session.Host.Announcer.Say($"would drop {leftover.Name}, left beside {leftover.Node.Id}");
            }
        }

        if (leftovers.IsEmpty && !project.Session.IsQuiet)
        {
            project.Session.Host.Announcer.Say("no leftovers");
        }

        return code;
    }

    private static async Task<bool> DropAsync(ProjectSession project, Leftover leftover, AskingSession session, CancellationToken cancellation)
    {
        try
        {
            await session.ExecuteAsync(leftover.Drop(), cancellation);
            project.Host.Announcer.Say($"dropped {leftover.Name}, left beside {leftover.Node.Id}");
            return true;
        }
        catch (DatabaseException refused)
        {
            project.Host.Announcer.Print(Diagnostic.Error(CliCodes.LeftoverKept, $"{leftover.Name} cannot be dropped: {refused.Error.Message}").WithHint(refused.Error.Detail));
            return false;
        }
    }
}
