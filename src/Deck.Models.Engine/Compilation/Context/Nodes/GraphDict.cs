using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>`graph`: the manifest as one dict for the whole invocation, which packages also use to keep things of their own.</summary>
internal static class GraphDict
{
    public static DictValue Of(Manifest manifest) => new(
    [
        new("nodes", Part(manifest.Nodes.Where(n => n.IsPlain).Concat(manifest.IncompleteTests))),
        new("sources", Part(manifest.Nodes.OfType<SourceNode>())),
        new("exposures", Part(manifest.Nodes.OfType<ExposureNode>())),
        new("groups", new DictValue(manifest.Declarations.Groups.Select(g => KeyValuePair.Create<string, Value>(g.UniqueId, DeclarationDict.Of(g).ToDict())))),
        new("metrics", Part(manifest.Nodes.OfType<MetricNode>())),
        new("semantic_models", Part(manifest.Nodes.OfType<SemanticModelNode>())),
        new("saved_queries", Part(manifest.Nodes.OfType<SavedQueryNode>())),
        new("unit_tests", Part(manifest.Nodes.OfType<UnitTestNode>())),
        new("functions", Part(manifest.Nodes.Where(n => n.ResourceType == ResourceType.Function))),
    ]);

    private static DictValue Part(IEnumerable<Node> nodes) => new(nodes.Select(n => KeyValuePair.Create<string, Value>(n.Id.Value, NodeDict.Of(n))));
}
