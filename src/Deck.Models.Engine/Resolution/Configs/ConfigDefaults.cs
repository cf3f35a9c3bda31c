using System.Collections.Frozen;
using System.Collections.Immutable;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution.Configs;

/// <summary>The configs that every node of a type has before anybody configures it, in the order of dbt's manifest.</summary>
internal static class ConfigDefaults
{
    private static readonly FrozenDictionary<ResourceType, ImmutableArray<KeyValuePair<string, Func<Value>>>> ByType =
        Enum.GetValues<ResourceType>().ToFrozenDictionary(t => t, t => ImmutableArray.CreateRange(Describe(t)));

    /// <summary>Fresh values: dicts and lists are not shared between nodes.</summary>
    public static IEnumerable<KeyValuePair<string, Value>> For(ResourceType type) =>
        ByType[type].Select(d => KeyValuePair.Create(d.Key, d.Value()));

    private static IEnumerable<KeyValuePair<string, Func<Value>>> Describe(ResourceType type) => type switch
    {
        ResourceType.Test => [.. Common("dbt_test__audit"), .. Test()],
        ResourceType.Source => Source(),
        ResourceType.Exposure => [Entry("enabled", True), Entry("tags", EmptyList), Entry("meta", EmptyDict)],
        ResourceType.UnitTest => [Entry("tags", EmptyList), Entry("meta", EmptyDict), Entry("enabled", True)],
        ResourceType.Seed => [.. Common(null), .. Buildable("seed"), Entry("delimiter", () => Value.Of(",")), Entry("quote_columns", Null)],
        ResourceType.Snapshot => [.. Common(null), .. Buildable("snapshot"), .. Snapshot()],
        ResourceType.Model => [.. Common(null), .. Buildable("view"), Entry("access", () => Value.Of("protected")), Entry("freshness", Null)],
        _ => [.. Common(null), .. Buildable("view")],
    };

    private static IEnumerable<KeyValuePair<string, Func<Value>>> Common(string? schema) =>
    [
        Entry("enabled", True), Entry("alias", Null), Entry("schema", () => Value.Of(schema)), Entry("database", Null),
        Entry("tags", EmptyList), Entry("meta", EmptyDict), Entry("group", Null),
    ];

    private static IEnumerable<KeyValuePair<string, Func<Value>>> Buildable(string materialized) =>
    [
        Entry("materialized", () => Value.Of(materialized)), Entry("incremental_strategy", Null), Entry("batch_size", Null),
        Entry("lookback", () => Value.Of(1)), Entry("begin", Null), Entry("persist_docs", EmptyDict), Entry("post-hook", EmptyList),
        Entry("pre-hook", EmptyList), Entry("quoting", EmptyDict), Entry("column_types", EmptyDict), Entry("full_refresh", Null),
        Entry("unique_key", Null), Entry("on_schema_change", () => Value.Of("ignore")), Entry("on_configuration_change", () => Value.Of("apply")),
        Entry("grants", EmptyDict), Entry("packages", EmptyList), Entry("docs", Docs), Entry("contract", Contract),
        Entry("event_time", Null), Entry("concurrent_batches", Null),
    ];

    private static IEnumerable<KeyValuePair<string, Func<Value>>> Test() =>
    [
        Entry("materialized", () => Value.Of("test")), Entry("severity", () => Value.Of("ERROR")), Entry("store_failures", Null),
        Entry("store_failures_as", Null), Entry("where", Null), Entry("limit", Null), Entry("fail_calc", () => Value.Of("count(*)")),
        Entry("warn_if", () => Value.Of("!= 0")), Entry("error_if", () => Value.Of("!= 0")),
    ];

    private static IEnumerable<KeyValuePair<string, Func<Value>>> Source() =>
    [
        Entry("enabled", True), Entry("event_time", Null), Entry("freshness", Null), Entry("loaded_at_field", Null),
        Entry("loaded_at_query", Null), Entry("meta", EmptyDict), Entry("tags", EmptyList),
    ];

    private static IEnumerable<KeyValuePair<string, Func<Value>>> Snapshot() =>
    [
        Entry("strategy", Null), Entry("target_schema", Null), Entry("target_database", Null), Entry("updated_at", Null),
        Entry("check_cols", Null), Entry("snapshot_meta_column_names", EmptyDict), Entry("dbt_valid_to_current", Null), Entry("hard_deletes", Null),
    ];

    private static KeyValuePair<string, Func<Value>> Entry(string key, Func<Value> value) => new(key, value);

    private static Value True() => Value.Of(true);

    private static Value Null() => Value.None;

    private static ListValue EmptyList() => Value.List();

    private static DictValue EmptyDict() => new();

    private static DictValue Docs() => new([new("show", Value.Of(true)), new("node_color", Value.None)]);

    private static DictValue Contract() => new([new("enforced", Value.Of(false)), new("alias_types", Value.Of(true))]);
}
