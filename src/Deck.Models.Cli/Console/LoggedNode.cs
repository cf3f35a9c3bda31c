using System.Text.Json;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Cli.Console;

/// <summary>dbt's `node_info` of an event.</summary>
internal static class LoggedNode
{
    /// <param name="status">`started`, `executing`, or how the node ended.</param>
    /// <param name="startedAt">Empty where it is not known, as `finishedAt` is.</param>
    public static void Write(Utf8JsonWriter json, Node node, string status, string startedAt, string finishedAt)
    {
        json.WriteStartObject("node_info");
        json.WriteString("materialized", node.Config.Materialized);
        json.WriteString("node_checksum", node.Checksum);
        json.WriteString("node_finished_at", finishedAt);
        json.WriteString("node_name", node.Name);
        json.WriteString("node_path", node.Path);
        WriteRelation(json, node);
        json.WriteString("node_started_at", startedAt);
        json.WriteString("node_status", status);
        json.WriteString("resource_type", ResourceTypes.NameOf(node.ResourceType));
        json.WriteString("unique_id", node.Id.Value);
        json.WriteEndObject();
    }

    private static void WriteRelation(Utf8JsonWriter json, Node node)
    {
        json.WriteStartObject("node_relation");
        json.WriteString("alias", node.Alias ?? node.Name);
        json.WriteString("database", node.Relation?.Database ?? "");
        json.WriteString("relation_name", node.Relation?.Quoted ?? "");
        json.WriteString("schema", node.Relation?.Schema ?? "");
        json.WriteEndObject();
    }
}
