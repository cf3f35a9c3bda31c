using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Finds what dbt's semantic layer would refuse, or could not answer, of a project that resolves: dbt checks the same when it parses.</summary>
internal static class SemanticCheck
{
    /// <summary>Mistakes and remarks; none for a project without semantic models. Without metrics dbt checks the time spines alone.</summary>
    public static IEnumerable<Diagnostic> Find(Manifest manifest)
    {
        SemanticModelNode[] models = [.. manifest.Nodes.OfType<SemanticModelNode>()];
        if (models.Length == 0)
        {
            return [];
        }

        IEnumerable<Diagnostic> missing = TimeSpineCheck.FindMissing(manifest, models);
        if (!manifest.Nodes.Any(n => n is MetricNode))
        {
            return missing;
        }

        SemanticIndex index = new(manifest, models);
        return
        [
            .. missing,
            .. TimeSpineCheck.Find(index),
            .. models.SelectMany(EntityCheck.Find),
            .. models.SelectMany(ElementCheck.Find),
            .. models.SelectMany(MeasureCheck.Find),
            .. ModelsCheck.Find(models),
            .. TopNameCheck.Find(index),
            .. index.Metrics.SelectMany(m => MetricCheck.Find(m, index)),
            .. index.Metrics.SelectMany(m => ConversionCheck.Find(m, index)),
            .. MetricsCheck.Find(index),
            .. FilterCheck.Find(index),
            .. index.SavedQueries.SelectMany(q => SavedQueryCheck.Find(q, index)),
        ];
    }
}
