using System.Collections.Immutable;
using System.Text.Json;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Compilation.Context.Nodes;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>manifest.json in dbt's schema, version 12: a projection of the manifest, streamed node by node.</summary>
public static class ManifestArtifact
{
    public const string FileName = "manifest.json";

    /// <summary>Bytes that are gathered before they go to the file.</summary>
    private const int MostPending = 1 << 16;

    /// <param name="compiled">Compiled SQL by node, of the nodes that were compiled; the others are written without.</param>
    /// <returns>Where things stand in the text.</returns>
    public static ManifestPlaces Write(Stream stream, Manifest manifest, ArtifactContext context, IReadOnlyDictionary<NodeId, CompiledText> compiled)
    {
        using Utf8JsonWriter json = new(stream, NodeTexts.Options);
        WriteHead(json, manifest, context);
        long head = json.BytesCommitted + json.BytesPending;
        ManifestNodes nodes = new(json, manifest.Project, compiled);
        ImmutableArray<long> bounds = nodes.WriteSection("nodes", PlainNodes(manifest));
        nodes.WriteSection("sources", manifest.Nodes.OfType<SourceNode>());
        WriteMacros(json, manifest);
        WriteDicts(json, "docs", manifest.Declarations.Docs.Select(d => (d.UniqueId, (Value)DeclarationDict.Of(d))));
        nodes.WriteSection("exposures", manifest.Nodes.OfType<ExposureNode>());
        nodes.WriteSection("metrics", manifest.Nodes.OfType<MetricNode>());
        WriteDicts(json, "groups", manifest.Declarations.Groups.Select(g => (g.UniqueId, (Value)DeclarationDict.Of(g))));
        WriteDicts(json, "selectors", manifest.Declarations.Selectors);
        nodes.WriteDisabled(manifest.Disabled);
        long beforeMaps = json.BytesCommitted + json.BytesPending;
        WriteMaps(json, manifest);
        long mapsEnd = json.BytesCommitted + json.BytesPending;
        WriteGroups(json, manifest);
        nodes.WriteSection("saved_queries", manifest.Nodes.OfType<SavedQueryNode>());
        nodes.WriteSection("semantic_models", manifest.Nodes.OfType<SemanticModelNode>());
        nodes.WriteSection("unit_tests", manifest.Nodes.OfType<UnitTestNode>());
        nodes.WriteSection("functions", manifest.Nodes.Where(n => n.ResourceType == ResourceType.Function));
        json.WriteEndObject();
        // A comma is before the maps.
        return new ManifestPlaces(head, beforeMaps + 1, mapsEnd, bounds);
    }

    /// <summary>The beginning of the text, up to the end of `metadata`.</summary>
    internal static void WriteHead(Utf8JsonWriter json, Manifest manifest, ArtifactContext context)
    {
        json.WriteStartObject();
        ArtifactMetadata.Write(json, "manifest/v12", context, more => WriteProject(more, manifest.Project));
    }

    /// <summary>`parent_map` and `child_map`.</summary>
    internal static void WriteMaps(Utf8JsonWriter json, Manifest manifest)
    {
        WriteParents(json, manifest);
        WriteChildren(json, manifest);
    }

    /// <summary>What stands in the section `nodes`, in its order.</summary>
    internal static IEnumerable<Node> PlainNodes(Manifest manifest) => manifest.Nodes.Where(n => n.IsPlain).Concat(manifest.IncompleteTests);

    private static void WriteProject(Utf8JsonWriter json, ProjectContext project)
    {
        json.WriteString("project_name", project.ProjectName);
        json.WriteString("project_id", NameHash.Of(project.ProjectName));
        json.WriteNull("user_id");
        json.WriteBoolean("send_anonymous_usage_stats", false);
        json.WriteString("adapter_type", project.Profile.Type);
        json.WriteStartObject("quoting");
        json.WriteBoolean("database", project.Quoting.Database);
        json.WriteBoolean("schema", project.Quoting.Schema);
        json.WriteBoolean("identifier", project.Quoting.Identifier);
        json.WriteNull("column");
        json.WriteEndObject();
        json.WriteString("run_started_at", ArtifactMetadata.Time(project.Settings.StartedAt));
    }

    private static void WriteMacros(Utf8JsonWriter json, Manifest manifest) =>
        WriteDicts(json, "macros", manifest.Macros.All.OrderBy(m => m.UniqueId, StringComparer.Ordinal).Select(m => (
            m.UniqueId,
            (Value)DeclarationDict.Of(m, manifest.Declarations.Macros.GetValueOrDefault(m.UniqueId, MacroDescription.None), manifest.Outlines.All[m.UniqueId]))));

    private static void WriteDicts(Utf8JsonWriter json, string name, IEnumerable<(string Id, Value Value)> dicts)
    {
        json.WriteStartObject(name);
        foreach ((string id, Value value) in dicts)
        {
            json.WritePropertyName(id);
            JsonValues.Write(json, value);
        }

        json.WriteEndObject();
    }

    /// <summary>Groups with the nodes in them, in the order of the manifest's sections.</summary>
    private static void WriteGroups(Utf8JsonWriter json, Manifest manifest)
    {
        ILookup<string?, Node> members = manifest.Nodes.Where(n => n.IsPlain)
            .Concat(manifest.Nodes.OfType<SavedQueryNode>()).Concat(manifest.Nodes.OfType<SemanticModelNode>()).Concat(manifest.Nodes.OfType<MetricNode>())
            .ToLookup(n => n.Config.GetText("group") ?? (n as DataTestNode)?.Group);
        json.WriteStartObject("group_map");
        foreach (string group in manifest.Declarations.Groups.Select(g => g.Name).Distinct())
        {
            WriteAll(json, group, members[group].Select(n => n.Id));
        }

        json.WriteEndObject();
    }

    private static void WriteParents(Utf8JsonWriter json, Manifest manifest)
    {
        json.WriteStartObject("parent_map");
        foreach (Node node in manifest.Nodes.Concat(manifest.IncompleteTests))
        {
            WriteIds(json, node.Id.Value, node.DependsOn);
        }

        json.WriteEndObject();
    }

    private static void WriteChildren(Utf8JsonWriter json, Manifest manifest)
    {
        ILookup<NodeId, NodeId> incomplete = manifest.IncompleteTests.SelectMany(t => t.DependsOn, (test, id) => (test.Id, id)).ToLookup(e => e.id, e => e.Id);
        json.WriteStartObject("child_map");
        for (int i = 0; i < manifest.Nodes.Length; i++)
        {
            NodeId id = manifest.Nodes[i].Id;
            WriteIds(json, id.Value, [.. manifest.ChildrenOf(i).Select(n => manifest.Nodes[n].Id), .. incomplete[id]]);
        }

        foreach (Node test in manifest.IncompleteTests)
        {
            WriteIds(json, test.Id.Value, []);
        }

        json.WriteEndObject();
    }

    /// <summary>Ids in their order.</summary>
    private static void WriteIds(Utf8JsonWriter json, string name, ImmutableArray<NodeId> ids)
    {
        WriteAll(json, name, ids.Length > 1 ? ids.Sort() : ids);
        if (json.BytesPending > MostPending)
        {
            json.Flush();
        }
    }

    private static void WriteAll(Utf8JsonWriter json, string name, IEnumerable<NodeId> ids)
    {
        json.WriteStartArray(name);
        foreach (NodeId id in ids)
        {
            json.WriteStringValue(id.Value);
        }

        json.WriteEndArray();
    }
}
