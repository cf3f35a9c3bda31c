using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution.Configs;

/// <summary>The configs that every node of a type has before anybody configures it, in the order of dbt's manifest; each has a slot.</summary>
internal sealed class ConfigDefaults
{
    private static readonly KeyValuePair<string, Value>[] Buildable =
    [
        Entry("incremental_strategy"), Entry("batch_size"), Entry("lookback", Value.Of(1)), Entry("begin"), Entry("persist_docs", new DictValue()),
        Entry("post-hook", Value.List()), Entry("pre-hook", Value.List()), Entry("quoting", new DictValue()), Entry("column_types", new DictValue()),
        Entry("full_refresh"), Entry("unique_key"), Entry("on_schema_change", Value.Of("ignore")), Entry("on_configuration_change", Value.Of("apply")),
        Entry("grants", new DictValue()), Entry("packages", Value.List()),
        Entry("docs", new DictValue([new("show", Value.Of(true)), new("node_color", Value.None)])),
        Entry("contract", new DictValue([new("enforced", Value.Of(false)), new("alias_types", Value.Of(true))])),
        Entry("event_time"), Entry("concurrent_batches"),
    ];

    private static readonly ConfigDefaults Model = new(
    [
        .. Common(null), .. BuiltAs("view"), Entry("access", Value.Of("protected")), Entry("freshness"), Entry("on_error"),
        Entry("latest_version_pointer", Nulls("enabled", "alias")),
    ]);

    private static readonly ConfigDefaults Seed = new([.. Common(null), .. BuiltAs("seed"), Entry("delimiter", Value.Of(",")), Entry("quote_columns")]);

    private static readonly ConfigDefaults Snapshot = new(
    [
        .. Common(null), .. BuiltAs("snapshot"), Entry("strategy"), Entry("target_schema"), Entry("target_database"), Entry("updated_at"),
        Entry("check_cols"), Entry("snapshot_meta_column_names", Nulls("dbt_valid_to", "dbt_valid_from", "dbt_scd_id", "dbt_updated_at", "dbt_is_deleted")),
        Entry("dbt_valid_to_current"),
    ]);

    private static readonly ConfigDefaults Test = new(
    [
        .. Common("dbt_test__audit"), Entry("materialized", Value.Of("test")), Entry("severity", Value.Of("ERROR")), Entry("store_failures"),
        Entry("store_failures_as"), Entry("sql_header"), Entry("where"), Entry("limit"), Entry("fail_calc", Value.Of("count(*)")), Entry("warn_if", Value.Of("!= 0")),
        Entry("error_if", Value.Of("!= 0")),
    ]);

    private static readonly ConfigDefaults Source = new(
    [
        Entry("enabled", Value.Of(true)), Entry("event_time"), Entry("freshness"), Entry("loaded_at_field"), Entry("loaded_at_query"),
        Entry("meta", new DictValue()), Entry("tags", Value.List()), Entry("static_analysis"),
    ]);

    private static readonly ConfigDefaults Exposure = new([Entry("enabled", Value.Of(true)), Entry("tags", Value.List()), Entry("meta", new DictValue())]);

    private static readonly ConfigDefaults Semantic = new([Entry("enabled", Value.Of(true)), Entry("group"), Entry("meta", new DictValue())]);

    private static readonly ConfigDefaults SavedQuery = new(
    [
        Entry("enabled", Value.Of(true)), Entry("group"), Entry("meta", new DictValue()), Entry("export_as"), Entry("schema"),
        Entry("cache", new DictValue([new("enabled", Value.Of(false))])),
    ]);

    private static readonly ConfigDefaults UnitTest = new(
    [
        Entry("tags", Value.List()), Entry("meta", new DictValue()), Entry("enabled", Value.Of(true)), Entry("static_analysis"),
    ]);

    private static readonly ConfigDefaults Function = new(
    [
        .. Common(null), .. BuiltAs("function"), Entry("type", Value.Of("scalar")), Entry("volatility"), Entry("runtime_version"), Entry("entry_point"),
        Entry("snowflake", new DictValue([new("quote_args", Value.Of(true))])),
    ]);

    private static readonly ConfigDefaults Other = new([.. Common(null), .. BuiltAs("view")]);

    private readonly KeyValuePair<string, Value>[] entries;
    private readonly Dictionary<string, int> slots = new(StringComparer.Ordinal);

    private ConfigDefaults(KeyValuePair<string, Value>[] entries)
    {
        this.entries = entries;
        foreach ((string key, Value _) in entries)
        {
            slots.Add(key, slots.Count);
        }
    }

    /// <summary>No configs at all.</summary>
    public static ConfigDefaults None { get; } = new([]);

    public int Count => entries.Length;

    public static ConfigDefaults Of(ResourceType type) => type switch
    {
        ResourceType.Model => Model,
        ResourceType.Seed => Seed,
        ResourceType.Snapshot => Snapshot,
        ResourceType.Test => Test,
        ResourceType.Source => Source,
        ResourceType.Exposure => Exposure,
        ResourceType.SemanticModel or ResourceType.Metric => Semantic,
        ResourceType.SavedQuery => SavedQuery,
        ResourceType.UnitTest => UnitTest,
        ResourceType.Function => Function,
        _ => Other,
    };

    public bool TryFindSlot(string key, out int slot) => slots.TryGetValue(key, out slot);

    public string KeyAt(int slot) => entries[slot].Key;

    /// <summary>The default itself: to be read only, as all nodes share it.</summary>
    public Value Shared(int slot) => entries[slot].Value;

    /// <summary>The default as a value of a node's own: templates may change lists and dicts.</summary>
    public Value Fresh(int slot) => Shared(slot) switch
    {
        ListValue list => Value.List(list.Items),
        DictValue dict => new DictValue(dict.Entries.Select(e => KeyValuePair.Create(e.Key.ToText(), e.Value))),
        { } scalar => scalar,
    };

    private static KeyValuePair<string, Value>[] Common(string? schema) =>
    [
        Entry("enabled", Value.Of(true)), Entry("alias"), Entry("schema", Value.Of(schema)), Entry("database"), Entry("tags", Value.List()),
        Entry("meta", new DictValue()), Entry("group"), Entry("static_analysis"),
    ];

    private static KeyValuePair<string, Value>[] BuiltAs(string materialized) => [Entry("materialized", Value.Of(materialized)), .. Buildable];

    private static KeyValuePair<string, Value> Entry(string key) => Entry(key, Value.None);

    private static KeyValuePair<string, Value> Entry(string key, Value value) => new(key, value);

    private static DictValue Nulls(params string[] keys) => new(keys.Select(k => KeyValuePair.Create(k, (Value)Value.None)));
}
