using System.Text.Json;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Cli.Console;

/// <summary>dbt's `node_info` of an event.</summary>
/// <param name="Status">`started`, `executing`, or how the node ended.</param>
internal sealed record LoggedNode(Node Node, string Status)
{
    /// <summary>Empty where it is not known.</summary>
    public string StartedAt { get; init; } = "";

    public string FinishedAt { get; init; } = "";

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("node_info");
        json.WriteString("materialized", Node.Config.Materialized);
        json.WriteString("node_checksum", Node.Checksum);
        json.WriteString("node_finished_at", FinishedAt);
        json.WriteString("node_name", Node.Name);
        json.WriteString("node_path", Node.Path);
        WriteRelation(json);
        json.WriteString("node_started_at", StartedAt);
        json.WriteString("node_status", Status);
        json.WriteString("resource_type", ResourceTypes.NameOf(Node.ResourceType));
        json.WriteString("unique_id", Node.Id.Value);
        json.WriteEndObject();
    }

    private void WriteRelation(Utf8JsonWriter json)
    {
        json.WriteStartObject("node_relation");
        json.WriteString("alias", Node.Alias ?? Node.Name);
        json.WriteString("database", Node.Relation?.Database ?? "");
        json.WriteString("relation_name", Node.Relation?.Shown ?? "");
        json.WriteString("schema", Node.Relation?.Schema ?? "");
        json.WriteEndObject();
    }
}
