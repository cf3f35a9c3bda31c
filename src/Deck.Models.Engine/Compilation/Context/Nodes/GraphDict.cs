using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>`graph`: the manifest as one dict for the whole invocation, which packages also use to keep things of their own.</summary>
internal static class GraphDict
{
    private static readonly string[] EmptyParts = ["metrics", "semantic_models", "saved_queries"];

    public static DictValue Of(Manifest manifest)
    {
        DictValue graph = new(
        [
            new("nodes", Part(manifest.Nodes.Where(n => n is not (SourceNode or ExposureNode or UnitTestNode) && n.ResourceType != ResourceType.Function))),
            new("sources", Part(manifest.Nodes.OfType<SourceNode>())),
            new("exposures", Part(manifest.Nodes.OfType<ExposureNode>())),
            new("groups", new DictValue(manifest.Declarations.Groups.Select(g => KeyValuePair.Create<string, Value>(g.UniqueId, DeclarationDict.Of(g).ToDict())))),
            new("unit_tests", Part(manifest.Nodes.OfType<UnitTestNode>())),
            new("functions", Part(manifest.Nodes.Where(n => n.ResourceType == ResourceType.Function))),
        ]);
        foreach (string part in EmptyParts)
        {
            graph.Set(part, new DictValue());
        }

        return graph;
    }

    private static DictValue Part(IEnumerable<Node> nodes) => new(nodes.Select(n => KeyValuePair.Create<string, Value>(n.Id.Value, NodeDict.Of(n))));
}
