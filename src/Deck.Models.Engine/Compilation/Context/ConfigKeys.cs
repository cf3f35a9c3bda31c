using System.Collections.Frozen;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>The configs that dbt declares for each kind of node, with what they are where nobody sets them.</summary>
/// <remarks>`config.get` gives a declared config's own value, None included, before the caller's default (spec/jinja.md, 7.2).</remarks>
internal static class ConfigKeys
{
    private static readonly FrozenDictionary<string, Func<Value>> Common = Table(
        ("enabled", () => Value.Of(true)), ("alias", NoValue), ("schema", NoValue), ("database", NoValue), ("group", NoValue),
        ("tags", () => Value.List()), ("meta", EmptyDict));

    private static readonly FrozenDictionary<string, Func<Value>> Built = Table(
        ("materialized", () => Value.Of("view")), ("incremental_strategy", NoValue), ("batch_size", NoValue), ("lookback", () => Value.Of(1)),
        ("begin", NoValue), ("persist_docs", EmptyDict), ("post-hook", () => Value.List()), ("pre-hook", () => Value.List()), ("quoting", EmptyDict),
        ("column_types", EmptyDict), ("full_refresh", NoValue), ("unique_key", NoValue), ("on_schema_change", () => Value.Of("ignore")),
        ("on_configuration_change", () => Value.Of("apply")), ("grants", EmptyDict), ("packages", () => Value.List()), ("docs", EmptyDict),
        ("contract", EmptyDict), ("event_time", NoValue), ("concurrent_batches", NoValue), ("access", () => Value.Of("protected")), ("freshness", NoValue));

    private static readonly FrozenDictionary<string, Func<Value>> Seeds = Table(
        ("materialized", () => Value.Of("seed")), ("delimiter", () => Value.Of(",")), ("quote_columns", NoValue));

    private static readonly FrozenDictionary<string, Func<Value>> Snapshots = Table(
        ("materialized", () => Value.Of("snapshot")), ("strategy", NoValue), ("target_schema", NoValue), ("target_database", NoValue), ("updated_at", NoValue),
        ("check_cols", NoValue), ("snapshot_meta_column_names", EmptyDict), ("dbt_valid_to_current", NoValue), ("hard_deletes", NoValue));

    private static readonly FrozenDictionary<string, Func<Value>> Tests = Table(
        ("materialized", () => Value.Of("test")), ("severity", () => Value.Of("ERROR")), ("store_failures", NoValue), ("store_failures_as", NoValue),
        ("where", NoValue), ("limit", NoValue), ("fail_calc", () => Value.Of("count(*)")), ("warn_if", () => Value.Of("!= 0")), ("error_if", () => Value.Of("!= 0")));

    /// <summary>dbt's own spelling of a key: hooks have a hyphen.</summary>
    public static string Canonical(string key) => key switch
    {
        "pre_hook" => "pre-hook",
        "post_hook" => "post-hook",
        _ => key,
    };

    /// <summary>What a declared config is by default, or null for a config of the user's own.</summary>
    public static Value? DefaultOf(ResourceType type, string key) => type switch
    {
        ResourceType.Test or ResourceType.UnitTest => Find(Tests, key),
        ResourceType.Seed => Find(Seeds, key) ?? Find(Built, key),
        ResourceType.Snapshot => Find(Snapshots, key) ?? Find(Built, key),
        _ => Find(Built, key),
    } ?? Find(Common, key);

    private static Value? Find(FrozenDictionary<string, Func<Value>> table, string key) => table.TryGetValue(key, out Func<Value>? make) ? make() : null;

    private static FrozenDictionary<string, Func<Value>> Table(params (string Key, Func<Value> Make)[] entries) =>
        entries.ToFrozenDictionary(e => e.Key, e => e.Make, StringComparer.Ordinal);

    private static Value NoValue() => Value.None;

    private static DictValue EmptyDict() => new DictValue();
}
