using System.Globalization;
using System.Text.Json;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Selection.State;

/// <summary>Tells of models whose contract an earlier manifest enforced and this project breaks: a mistake where the model has versions, as the next one is the place for it, and else a warning.</summary>
internal static class BrokenContracts
{
    /// <summary>dbt looks for them wherever a selection compares contracts.</summary>
    public static bool AreLookedFor(SelectionCriterion criterion) => criterion is { Method: SelectionMethod.State, Value: "modified" or "unmodified" or "modified.contract" };

    public static IEnumerable<Diagnostic> Find(Manifest manifest, StateManifest before)
    {
        Dictionary<NodeId, Node> disabled = manifest.Disabled.DistinctBy(n => n.Id).ToDictionary(n => n.Id);
        foreach ((NodeId id, StateNode old) in before.Models)
        {
            Diagnostic? broken = manifest.TryFind(id, out Node? present) ? Changed(old, present)
                : disabled.TryGetValue(id, out Node? off) ? Removed(StateNode.Of(off), manifest, "is disabled")?.At(off.Location)
                : Removed(old, manifest, "is gone or has another name");
            if (broken is not null)
            {
                yield return broken;
            }
        }
    }

    private static Diagnostic? Changed(StateNode old, Node present)
    {
        StateNode now = StateNode.Of(present);
        if (!ContractComparison.IsEnforced(old) || NodeComparison.HasSameContract(old, now))
        {
            return null;
        }

        (string Kind, string What)[] breaks = [.. ContractComparison.Breaks(old, now)];
        return breaks.Length == 0 ? null : breaks.Aggregate(Broken(now, "no longer keeps its contract").At(present.Location), (told, b) => told.WithDetail(b.Kind, b.What));
    }

    /// <summary>A model past its deprecation date may go.</summary>
    private static Diagnostic? Removed(StateNode model, Manifest manifest, string how) =>
        ContractComparison.IsEnforced(model) && !IsPast(model.Text("deprecation_date"), manifest.Project.Settings.StartedAt) ? Broken(model, $"has a contract and {how}") : null;

    private static bool IsPast(string? date, DateTimeOffset now) =>
        DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset deprecated) && deprecated < now;

    private static Diagnostic Broken(StateNode model, string how)
    {
        bool versioned = model.Find("version") is { ValueKind: not JsonValueKind.Null };
        string message = $"the model `{model.Text("name")}`{(versioned ? $" in version {model.Find("version")}" : "")} {how}, which breaks what is built on it";
        return versioned
            ? Diagnostic.Error(SelectionCodes.BrokenVersionContract, message).WithHint("add to the contract instead, or make a new version of the model")
            : Diagnostic.Warning(SelectionCodes.BrokenContract, message);
    }
}
