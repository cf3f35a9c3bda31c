using System.Globalization;
using Deck.Models.Engine.Caching.Reads;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>Tells of models past their `deprecation_date`, and of models that refer to one with such a date, as dbt does.</summary>
internal static class DeprecationCheck
{
    /// <param name="reads">Learns where another day would tell something else.</param>
    public static IEnumerable<Diagnostic> Find(Manifest manifest, SessionReads reads)
    {
        foreach (ModelNode model in manifest.Nodes.OfType<ModelNode>())
        {
            if (DateTimeOffset.TryParse(model.DeprecationDate, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date))
            {
                bool isPast = date < manifest.Project.Settings.StartedAt;
                NoteClock(isPast, reads);
                foreach (Diagnostic found in Find(model, isPast, manifest))
                {
                    yield return found;
                }
            }
        }
    }

    private static IEnumerable<Diagnostic> Find(ModelNode model, bool isPast, Manifest manifest)
    {
        string shown = model.Version is { } version ? $"`{model.Name}` in version {version}" : $"`{model.Name}`";
        if (isPast)
        {
            yield return Diagnostic.Warning(ResolutionCodes.DeprecatedModel, $"the model {shown} is past its deprecation date, {model.DeprecationDate}", model.Location).WithHint("disable or delete it");
        }

        foreach (ModelNode reader in manifest.ChildrenOf(manifest.IndexOf(model.Id)).Select(i => manifest.Nodes[i]).OfType<ModelNode>())
        {
            yield return Diagnostic
                .Warning(
                    isPast ? ResolutionCodes.DeprecatedReference : ResolutionCodes.DeprecatedReference with { WarningName = "UpcomingReferenceDeprecation" },
                    $"`{reader.Name}` refers to the model {shown}, which {(isPast ? "was" : "will be")} deprecated on {model.DeprecationDate}",
                    reader.Location)
                .WithHint(NewerVersion(model));
        }
    }

    private static string? NewerVersion(ModelNode model) => model is { Version: { } version, LatestVersion: { } latest } && version.ToText() != latest.ToText()
        ? $"there is a newer version: ref('{model.PackageName}', '{model.Name}', v={latest.Repr()})"
        : null;

    /// <summary>What is kept of the project would go on telling what is true today.</summary>
    private static void NoteClock(bool isPast, SessionReads reads)
    {
        if (!isPast)
        {
            reads.Others.NoteMember("run_started_at");
        }
    }
}
