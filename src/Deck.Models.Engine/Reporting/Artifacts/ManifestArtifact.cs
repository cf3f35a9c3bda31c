using System.Collections.Immutable;
using System.Text.Json;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>manifest.json in dbt's schema, version 12: a projection of the manifest, streamed node by node.</summary>
public static class ManifestArtifact
{
    public const string FileName = "manifest.json";

    /// <param name="compiled">Compiled SQL by node, of the nodes that were compiled; the others are written without.</param>
    public static void Write(Stream stream, Manifest manifest, ArtifactContext context, IReadOnlyDictionary<NodeId, string> compiled)
    {
        using Utf8JsonWriter json = new(stream, NodeTexts.Options);
        json.WriteStartObject();
        ArtifactMetadata.Write(json, "manifest/v12", context, more => WriteProject(more, manifest.Project));
        ManifestNodes nodes = new(json, manifest.Project, compiled);
        nodes.WriteSection("nodes", manifest.Nodes.Where(IsPlainNode));
        nodes.WriteSection("sources", manifest.Nodes.OfType<SourceNode>());
        WriteMacros(json, manifest);
        json.WriteStartObject("docs");
        json.WriteEndObject();
        nodes.WriteSection("exposures", manifest.Nodes.OfType<ExposureNode>());
        WriteEmpty(json, "metrics", "groups", "selectors");
        nodes.WriteDisabled(manifest.Disabled);
        WriteEdges(json, "parent_map", manifest, manifest.ParentsOf);
        WriteEdges(json, "child_map", manifest, manifest.ChildrenOf);
        WriteEmpty(json, "group_map", "saved_queries", "semantic_models");
        nodes.WriteSection("unit_tests", manifest.Nodes.OfType<UnitTestNode>());
        nodes.WriteSection("functions", manifest.Nodes.Where(n => n.ResourceType == ResourceType.Function));
        json.WriteEndObject();
    }

    /// <summary>What dbt keeps under `nodes`: everything but what has a section of its own.</summary>
    private static bool IsPlainNode(Node node) => node is not (SourceNode or ExposureNode or UnitTestNode) && node.ResourceType != ResourceType.Function;

    private static void WriteProject(Utf8JsonWriter json, ProjectContext project)
    {
        json.WriteString("project_name", project.ProjectName);
        json.WriteString("project_id", NameHash.Of(project.ProjectName));
        json.WriteNull("user_id");
        json.WriteBoolean("send_anonymous_usage_stats", false);
        json.WriteString("adapter_type", project.Profile.Type);
        json.WriteStartObject("quoting");
        json.WriteBoolean("database", true);
        json.WriteBoolean("schema", true);
        json.WriteBoolean("identifier", true);
        json.WriteNull("column");
        json.WriteEndObject();
        json.WriteString("run_started_at", ArtifactMetadata.Time(project.Settings.StartedAt));
    }

    private static void WriteMacros(Utf8JsonWriter json, Manifest manifest)
    {
        json.WriteStartObject("macros");
        foreach (Macro macro in manifest.Macros.All.OrderBy(m => m.UniqueId, StringComparer.Ordinal))
        {
            json.WriteStartObject(macro.UniqueId);
            json.WriteString("name", macro.Name);
            json.WriteString("resource_type", "macro");
            json.WriteString("package_name", macro.PackageName);
            json.WriteString("path", macro.Block.Path);
            json.WriteString("original_file_path", macro.Block.Path);
            json.WriteString("unique_id", macro.UniqueId);
            json.WriteString("macro_sql", macro.Block.Content);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteEdges(Utf8JsonWriter json, string name, Manifest manifest, Func<int, ImmutableArray<int>> neighbours)
    {
        json.WriteStartObject(name);
        for (int i = 0; i < manifest.Nodes.Length; i++)
        {
            json.WriteStartArray(manifest.Nodes[i].Id.Value);
            foreach (int neighbour in neighbours(i))
            {
                json.WriteStringValue(manifest.Nodes[neighbour].Id.Value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteEmpty(Utf8JsonWriter json, params string[] names)
    {
        foreach (string name in names)
        {
            json.WriteStartObject(name);
            json.WriteEndObject();
        }
    }
}
