using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Checks the names of semantic models, metrics, saved queries and granularities, which are unique in the project with its packages.</summary>
internal static class TopNameCheck
{
    public static IEnumerable<Diagnostic> Find(SemanticIndex index) =>
    [
        .. FindNodes(index.Models, ResolutionCodes.UnfitSemanticModel),
        .. FindNodes(index.Metrics, ResolutionCodes.UnfitMetric),
        .. FindNodes(index.SavedQueries, ResolutionCodes.UnfitSavedQuery),
        .. FindGranularities(index),
    ];

    private static IEnumerable<Diagnostic> FindNodes(IEnumerable<Node> nodes, DiagnosticCode code)
    {
        Dictionary<string, Node> seen = new(StringComparer.Ordinal);
        foreach (Node node in nodes)
        {
            string noun = ResourceTypes.NameOf(node.ResourceType).Replace('_', ' ');
            if (NameRules.FaultOf(node.Name) is { } fault)
            {
                yield return Diagnostic.Error(code, $"the name of the {noun} `{node.Name}` {fault}", node.Location);
            }

            if (!seen.TryAdd(node.Name, node))
            {
                yield return Diagnostic.Error(code, $"package `{seen[node.Name].PackageName}` has a {noun} `{node.Name}` as well", node.Location);
            }
        }
    }

    private static IEnumerable<Diagnostic> FindGranularities(SemanticIndex index)
    {
        HashSet<string> taken =
        [
            .. index.Models.SelectMany(m => ModelElement.Of(m.Definition)).Select(e => e.Name), .. index.Models.Select(m => m.Name), .. index.Metrics.Select(m => m.Name),
        ];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (CustomGranularity granularity in index.TimeSpines.SelectMany(s => s.Spine.CustomGranularities))
        {
            string? fault = NameRules.FaultOf(granularity.Name)
                ?? (taken.Contains(granularity.Name) ? "is that of something else in the semantic layer" : null)
                ?? (seen.Add(granularity.Name) ? null : "is that of another one");
            if (fault is not null)
            {
                yield return Diagnostic.Error(ResolutionCodes.UnfitTimeSpine, $"the name of the granularity `{granularity.Name}` {fault}", granularity.Location);
            }
        }
    }
}
