using System.Text.Json;
using Deck.Models.Engine.Execution.Documentation;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>catalog.json in dbt's schema, version 1: what the server has of the nodes' relations.</summary>
public static class CatalogArtifact
{
    public const string FileName = "catalog.json";

    /// <param name="nodes">The nodes to tell of; those whose relation does not exist are left out.</param>
    /// <param name="relations">What exists, in the order to write.</param>
    public static void Write(Stream stream, IEnumerable<Node> nodes, IReadOnlyList<DescribedRelation> relations, ArtifactContext context)
    {
        ILookup<RelationName, Node> byName = nodes.Where(n => n.Relation is not null).ToLookup(NameOf);
        using Utf8JsonWriter json = new(stream, NodeTexts.Options);
        json.WriteStartObject();
        ArtifactMetadata.Write(json, "catalog/v1", context);
        WriteSection(json, "nodes", relations, name => byName[name].Where(n => n is not SourceNode).TakeLast(1));
        WriteSection(json, "sources", relations, name => byName[name].OfType<SourceNode>());
        json.WriteNull("errors");
        json.WriteEndObject();
    }

    private static RelationName NameOf(Node node) => new(null, node.Relation?.Schema ?? "", node.Relation?.Identifier ?? "");

    private static void WriteSection(Utf8JsonWriter json, string name, IReadOnlyList<DescribedRelation> relations, Func<RelationName, IEnumerable<Node>> nodesOf)
    {
        json.WriteStartObject(name);
        foreach (DescribedRelation relation in relations)
        {
            foreach (Node node in nodesOf(relation.Name))
            {
                json.WriteStartObject(node.Id.Value);
                WriteTable(json, relation, node);
                json.WriteString("unique_id", node.Id.Value);
                json.WriteEndObject();
            }
        }

        json.WriteEndObject();
    }

    private static void WriteTable(Utf8JsonWriter json, DescribedRelation relation, Node node)
    {
        json.WriteStartObject("metadata");
        json.WriteString("type", relation.Type);
        json.WriteString("schema", relation.Name.Schema);
        json.WriteString("name", relation.Name.Identifier);
        json.WriteString("database", node.Relation?.Database);
        json.WriteString("comment", relation.Comment);
        json.WriteString("owner", relation.Owner);
        json.WriteEndObject();
        json.WriteStartObject("columns");
        foreach (DescribedColumn column in relation.Columns)
        {
            json.WriteStartObject(column.Name);
            json.WriteString("type", column.Type);
            json.WriteNumber("index", column.Index);
            json.WriteString("name", column.Name);
            json.WriteString("comment", column.Comment);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        WriteStatistics(json);
    }

    /// <summary>dbt keeps statistics of tables here; for PostgreSQL it has none, and says so.</summary>
    private static void WriteStatistics(Utf8JsonWriter json)
    {
        json.WriteStartObject("stats");
        json.WriteStartObject("has_stats");
        json.WriteString("id", "has_stats");
        json.WriteString("label", "Has Stats?");
        json.WriteBoolean("value", false);
        json.WriteBoolean("include", false);
        json.WriteString("description", "Indicates whether there are statistics for this table");
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
