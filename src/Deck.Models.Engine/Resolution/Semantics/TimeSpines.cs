namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Finds the time spines of a project.</summary>
internal static class TimeSpines
{
    /// <summary>Models with a `time_spine:`.</summary>
    public static IEnumerable<TimeSpineModel> Of(Manifest manifest)
    {
        foreach (ModelNode model in manifest.Nodes.OfType<ModelNode>())
        {
            if (model.TimeSpine is { } spine && model.Columns.FirstOrDefault(c => c.Name == spine.StandardColumn)?.Semantics?.Granularity is { } granularity)
            {
                yield return new TimeSpineModel(model, spine, granularity);
            }
        }
    }

    /// <summary>The model that is a time spine of days by its name alone, where there are semantic models; null where it says `time_spine:` itself.</summary>
    public static ModelNode? FindLegacy(Manifest manifest) => manifest.Nodes.Any(n => n is SemanticModelNode)
        ? manifest.Nodes.OfType<ModelNode>().FirstOrDefault(n => n is { Name: SemanticWords.LegacyTimeSpine, TimeSpine: null })
        : null;
}
