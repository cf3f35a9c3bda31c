using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Checks that metrics do not get in each other's way: by their labels, and by the aliases of their measures.</summary>
internal static class MetricsCheck
{
    public static IEnumerable<Diagnostic> Find(SemanticIndex index) =>
        [.. FindLabels(index.Metrics), .. index.Metrics.SelectMany(FindUnnamed), .. FindAliases(index)];

    private static IEnumerable<Diagnostic> FindLabels(IEnumerable<MetricNode> metrics)
    {
        Dictionary<string, MetricNode> seen = new(StringComparer.Ordinal);
        foreach (MetricNode metric in metrics)
        {
            string label = metric.Definition.Label;
            if (!seen.TryAdd(label, metric))
            {
                yield return Unfit($"the label `{label}` of metric `{metric.Name}` is that of metric `{seen[label].Name}` as well", metric.Location)
                    .WithRelated([new RelatedLocation($"metric `{seen[label].Name}`", seen[label].Location)]);
            }
        }
    }

    /// <summary>A metric that reads one measure under several conditions needs a name for each.</summary>
    private static IEnumerable<Diagnostic> FindUnnamed(MetricNode metric) => metric.InputMeasures
        .GroupBy(m => m.Name)
        .Where(g => g.Count() > 1)
        .SelectMany(g => g.Where(m => m is { Filter: not null, Alias: null }))
        .Select(m => Unfit($"metric `{metric.Name}` reads the measure `{m.Name}` in several ways, so each filtered one needs an `alias`", m.Location));

    /// <summary>An alias is used by one metric only; those that are computed from it count as further ones, as in dbt.</summary>
    private static IEnumerable<Diagnostic> FindAliases(SemanticIndex index)
    {
        Dictionary<string, MetricNode> seen = new(StringComparer.Ordinal);
        foreach ((MetricNode metric, MetricInputMeasure measure) in index.Metrics.SelectMany(m => m.InputMeasures.Select(i => (m, i))))
        {
            if (measure.Alias is not { } alias)
            {
                continue;
            }

            bool isOwn = metric.Definition.OwnMeasures.Contains(measure);
            string? fault = (isOwn ? NameRules.FaultOf(alias) : null)
                ?? (isOwn && index.HasMeasure(alias) ? "is that of a measure" : null)
                ?? (seen.TryGetValue(alias, out MetricNode? first) && first != metric ? $"is used by metric `{first.Name}` as well" : null);
            if (fault is not null)
            {
                yield return Unfit($"the alias `{alias}` of the measure `{measure.Name}` in metric `{metric.Name}` {fault}", measure.Location);
            }

            seen.TryAdd(alias, metric);
        }
    }

    private static Diagnostic Unfit(string message, Location place) => Diagnostic.Error(ResolutionCodes.UnfitMetric, message, place);
}
