using System.Collections.Immutable;
using System.Text.Json;

namespace Deck.Models.Engine.Selection.State;

/// <summary>What of a node is as it was: dbt's comparisons, on the dicts of two manifests.</summary>
internal static class NodeComparison
{
    private static readonly ImmutableArray<string> PlaceKeys = ["database", "schema", "alias"];

    /// <summary>Configs of a node whose changes are changes of its place, or of nothing that is built.</summary>
    private static readonly ImmutableArray<string> NotCompared = [.. PlaceKeys, "tags", "group"];

    private static readonly ImmutableArray<string> TestModifiers =
        ["severity", "where", "limit", "fail_calc", "warn_if", "error_if", "store_failures", "store_failures_as", "sql_header"];

    private static readonly ImmutableArray<string> OverloadKeys = ["defined_in", "arguments", "returns", "raw_body"];
    private static readonly ImmutableArray<string> ExposureKeys = ["type", "owner", "maturity", "url", "description", "label"];

    private static readonly ImmutableArray<string> MetricKeys = ["type", "description", "label"];

    private static readonly ImmutableArray<string> SemanticModelKeys =
        ["model", "description", "defaults", "entities", "dimensions", "measures", "primary_entity", "group"];

    private static readonly ImmutableArray<string> SavedQueryKeys = ["description", "label", "group", "tags"];

    private static readonly ImmutableArray<string> QueryKeys = ["metrics", "group_by", "where"];

    /// <summary>The whole node, as `state:modified` compares it, but for macros.</summary>
    public static bool IsSame(StateNode old, StateNode now) => now.Text("resource_type") switch
    {
        "source" => HasSamePlace(old, now) && now.Equals(old, "fqn") && HasSameConfig(old, now) && now.Equals(old, "quoting")
            && now.Equals(old, "freshness") && now.Equals(old, "loaded_at_field") && now.Equals(old, "external"),
        "exposure" => now.Equals(old, "fqn") && ExposureKeys.All(k => now.Equals(old, k)) && HasSameParents(old, now) && HasSameConfig(old, now),
        "metric" => MetricKeys.All(k => now.Equals(old, k)) && HasSameConfig(old, now),
        "semantic_model" => SemanticModelKeys.All(k => now.Equals(old, k)) && HasSameConfig(old, now),
        "saved_query" => SavedQueryKeys.All(k => now.Equals(old, k)) && QueryKeys.All(k => now.Equals(old, "query_params", k)) && HasSameExports(old, now)
            && HasSameConfig(old, now),
        "unit_test" => now.Equals(old, "checksum"),
        "test" when now.Find("test_metadata") is not null => HasSameConfig(old, now) && now.Equals(old, "fqn"),
        "model" => IsSameNode(old, now) && now.Equals(old, "latest_version") && now.Equals(old, "access") && now.Equals(old, "deprecation_date"),
        "function" => IsSameNode(old, now) && now.Equals(old, "arguments") && now.Equals(old, "returns") && OverloadsOf(old).SequenceEqual(OverloadsOf(now)),
        _ => IsSameNode(old, now),
    };

    /// <summary>The text; for a seed its checksum.</summary>
    public static bool HasSameBody(StateNode old, StateNode now) => now.Text("resource_type") == "seed" ? now.Equals(old, "checksum") : now.Equals(old, "raw_code");

    /// <summary>What is configured, templates as written, so that another environment is no change.</summary>
    public static bool HasSameConfig(StateNode old, StateNode now)
    {
        if (now.Text("resource_type") is "semantic_model" or "saved_query")
        {
            return now.Equals(old, "config");
        }

        (JsonElement? before, JsonElement? after) = (old.Find("unrendered_config"), now.Find("unrendered_config"));
        IEnumerable<string> keys = now.Text("resource_type") switch
        {
            "test" => TestModifiers,
            "source" or "exposure" => KeysOf(before).Union(KeysOf(after)),
            _ => KeysOf(before).Union(KeysOf(after)).Except(NotCompared),
        };
        return keys.All(key => (Find(before, key), Find(after, key)) is var (a, b) && a is null == b is null && StateNode.AreEqual(a, b));
    }

    /// <summary>Where the relation is, as configured and not as it follows from the target.</summary>
    public static bool HasSamePlace(StateNode old, StateNode now) => now.Text("resource_type") == "source"
        ? now.Equals(old, "unrendered_database") && now.Equals(old, "unrendered_schema") && now.Equals(old, "identifier")
        : PlaceKeys.All(key => now.Equals(old, "unrendered_config", key));

    /// <summary>Descriptions count where they are written into the database.</summary>
    public static bool HasSameDescriptions(StateNode old, StateNode now) =>
        (!now.IsTrue("config", "persist_docs", "relation") || now.Equals(old, "description"))
        && (!now.IsTrue("config", "persist_docs", "columns") || DescriptionsOf(old).SequenceEqual(DescriptionsOf(now)));

    /// <summary>A contract that is not enforced in either is the same.</summary>
    public static bool HasSameContract(StateNode old, StateNode now)
    {
        bool enforced = now.IsTrue("contract", "enforced");
        return enforced == old.IsTrue("contract", "enforced") && (!enforced || now.Equals(old, "contract", "checksum"));
    }

    private static bool IsSameNode(StateNode old, StateNode now) =>
        HasSameBody(old, now) && HasSameConfig(old, now) && HasSameDescriptions(old, now) && now.Equals(old, "fqn") && HasSamePlace(old, now) && HasSameContract(old, now);

    /// <summary>Names of exports, and what they are configured to be.</summary>
    private static bool HasSameExports(StateNode old, StateNode now) => ExportsOf(old).SequenceEqual(ExportsOf(now));

    private static IEnumerable<(string? Name, string? Kind, string? Schema, string? Alias)> ExportsOf(StateNode query) =>
        query.Find("exports") is not { ValueKind: JsonValueKind.Array } exports ? [] : exports.EnumerateArray().Select(e => new StateNode(e)).Select(e =>
            (e.Text("name"), e.Find("unrendered_config", "export_as")?.ToString(), e.Find("unrendered_config", "schema")?.ToString(), e.Find("unrendered_config", "alias")?.ToString()));

    private static bool HasSameParents(StateNode old, StateNode now) => ParentsOf(old).SetEquals(ParentsOf(now));

    /// <summary>What of a function's overloads reaches the database: not their descriptions.</summary>
    private static IEnumerable<string> OverloadsOf(StateNode node) => node.Find("overloads") is not { ValueKind: JsonValueKind.Array } overloads ? [] : overloads.EnumerateArray()
        .Select(o => string.Join('\n', OverloadKeys.Select(k => Find(o, k)?.ToString())));

    private static HashSet<string> ParentsOf(StateNode node) =>
        node.Find("depends_on", "nodes") is { ValueKind: JsonValueKind.Array } parents ? [.. parents.EnumerateArray().Select(p => p.ToString())] : [];

    private static IEnumerable<(string Column, string? Description)> DescriptionsOf(StateNode node) =>
        KeysOf(node.Find("columns")).Order(StringComparer.Ordinal).Select(c => (c, node.Find("columns", c, "description")?.ToString()));

    private static IEnumerable<string> KeysOf(JsonElement? json) => json is { ValueKind: JsonValueKind.Object } dict ? dict.EnumerateObject().Select(p => p.Name) : [];

    private static JsonElement? Find(JsonElement? json, string key) =>
        json is { ValueKind: JsonValueKind.Object } dict && dict.TryGetProperty(key, out JsonElement value) ? value : null;
}
