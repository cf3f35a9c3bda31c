using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Selection.State;

/// <summary>The manifest.json of an earlier run, ours or dbt's.</summary>
internal sealed class StateManifest
{
    private static readonly ImmutableArray<string> Sections =
        ["nodes", "sources", "exposures", "metrics", "semantic_models", "saved_queries", "unit_tests", "functions"];

    private readonly Dictionary<NodeId, StateNode> nodes = [];
    private readonly Dictionary<string, string> macros = new(StringComparer.Ordinal);

    public StateManifest(JsonElement root)
    {
        foreach (string section in Sections)
        {
            if (root.TryGetProperty(section, out JsonElement entries) && entries.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty entry in entries.EnumerateObject())
                {
                    nodes[new NodeId(entry.Name)] = new StateNode(entry.Value);
                }
            }
        }

        if (root.TryGetProperty("macros", out JsonElement written) && written.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty macro in written.EnumerateObject())
            {
                macros[macro.Name] = new StateNode(macro.Value).Text("macro_sql") ?? "";
            }
        }
    }

    /// <summary>Texts of macros by unique id.</summary>
    public IReadOnlyDictionary<string, string> Macros => macros;

    public IEnumerable<KeyValuePair<NodeId, StateNode>> Models => nodes.Where(n => n.Value.Text("resource_type") == "model");

    public bool TryFind(NodeId id, [NotNullWhen(true)] out StateNode? node)
    {
        node = nodes.TryGetValue(id, out StateNode found) ? found : null;
        return node is not null;
    }

    /// <summary>Where the run of that manifest built a model, seed, snapshot or function; null for what has no relation.</summary>
    public RelationName? RelationOf(NodeId id) =>
        TryFind(id, out StateNode? node) && node.Value.Text("resource_type") is ("model" or "seed" or "snapshot" or "function") && !IsEphemeral(node.Value) ? NameOf(node.Value) : null;

    private static bool IsEphemeral(StateNode node) => node.Find("config", "materialized") is { ValueKind: JsonValueKind.String } materialized && materialized.GetString() == "ephemeral";

    private static RelationName? NameOf(StateNode node) =>
        node.Text("database") is { } database && node.Text("schema") is { } schema && node.Text("alias") is { } alias
            ? new RelationName(database, schema, alias)
            : null;
}
