using System.Collections.Immutable;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>All enabled metrics with what is written of them, to find the measures that a metric is computed from. Filled before it is asked.</summary>
internal sealed class MetricTable(PackageSearch search)
{
    private readonly Dictionary<string, List<Known>> byName = new(StringComparer.Ordinal);

    public void Add(NodeDraft draft, MetricDefinition definition)
    {
        if (!draft.IsEnabled)
        {
            return;
        }

        if (!byName.TryGetValue(draft.Name, out List<Known>? same))
        {
            byName.Add(draft.Name, same = []);
        }

        same.Add(new Known(draft.PackageName, definition));
    }

    /// <summary>The measures of a metric and of all metrics that it uses, each once.</summary>
    public ImmutableArray<MetricInputMeasure> InputMeasuresOf(MetricDefinition metric, string package)
    {
        List<MetricInputMeasure> found = [];
        Collect(metric, package, [], found);
        return [.. found];
    }

    private void Collect(MetricDefinition metric, string package, HashSet<MetricDefinition> above, List<MetricInputMeasure> found)
    {
        // Metrics that use each other in a circle are reported as such.
        if (!above.Add(metric))
        {
            return;
        }

        foreach (MetricInputMeasure measure in metric.OwnMeasures.Where(m => !found.Exists(m.IsSame)))
        {
            found.Add(measure);
        }

        // dbt carries measures on through derived metrics and ratios only.
        foreach (MetricInput input in metric.Type is SemanticWords.Derived or SemanticWords.Ratio ? metric.Inputs : [])
        {
            if (Find(input.Name, package) is { } target)
            {
                Collect(target.Definition, target.Package, above, found);
            }
        }

        above.Remove(metric);
    }

    private Known? Find(string name, string package)
    {
        List<Known> named = byName.GetValueOrDefault(name) ?? [];
        return search.Order(null, package).Select(p => named.Find(m => p is null || m.Package == p)).FirstOrDefault(m => m is not null);
    }

    /// <summary>A metric and the package that it is of.</summary>
    private sealed record Known(string Package, MetricDefinition Definition);
}
