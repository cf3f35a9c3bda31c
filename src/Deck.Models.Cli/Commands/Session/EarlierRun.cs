using Deck.Models.Cli.Files;
using Deck.Models.Engine.Compilation.Context.References;
using Deck.Models.Engine.Selection;
using Deck.Models.Engine.Selection.State;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>Reads the artifacts of the earlier run that a command compares with or defers to.</summary>
internal static class EarlierRun
{
    /// <summary>False after a report; true without a state where no folder is named.</summary>
    public static bool TryRead(ProjectSession session, string? folder, out PreviousState? state)
    {
        state = null;
        if (folder is null)
        {
            return true;
        }

        DiskProjectFiles target = new(Path.GetFullPath(session.Sources.Root.Project.TargetPath, session.Folder));
        state = session.Report(PreviousState.Read(new DiskProjectFiles(session.Host.Resolve(folder)), target, folder));
        return state is not null;
    }

    /// <summary>False after a report; true without a deferral where it is not asked for.</summary>
    public static bool TryDefer(ProjectSession session, DeferralRequest request, out Deferral? deferral)
    {
        deferral = null;
        if (!request.IsAsked && !request.IsNeeded)
        {
            return true;
        }

        if (!TryRead(session, request.Folder, out PreviousState? state))
        {
            return false;
        }

        Checked<Deferral> made = state is { HasManifest: true }
            ? Check.Ok(new Deferral(state, request.FavorsState))
            : Check.Failed<Deferral>(Diagnostic.Error(SelectionCodes.NotAvailable, $"`{(request.IsNeeded ? "clone" : "--defer")}` needs the manifest.json of an earlier run").WithHint("name its folder with `--state` or `--defer-state`"));
        deferral = session.Report(made);
        return deferral is not null;
    }
}
