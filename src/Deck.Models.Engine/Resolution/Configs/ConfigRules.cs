using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Deck.Models.Engine.Resolution.Configs;

/// <summary>What dbt and its Postgres adapter accept as the value of each config they know; other keys may hold anything.</summary>
internal static class ConfigRules
{
    public static FrozenDictionary<string, ConfigKind> Kinds { get; } = new Dictionary<string, ConfigKind>
    {
        ["enabled"] = ConfigKind.Boolean,
        ["alias"] = ConfigKind.Text,
        ["schema"] = ConfigKind.Text,
        ["database"] = ConfigKind.Text,
        ["group"] = ConfigKind.Text,
        ["access"] = ConfigKind.Text,
        ["tags"] = ConfigKind.Texts,
        ["packages"] = ConfigKind.Texts,
        ["meta"] = ConfigKind.Dict,
        ["docs"] = ConfigKind.Dict,
        ["quoting"] = ConfigKind.Dict,
        ["column_types"] = ConfigKind.Dict,
        ["persist_docs"] = ConfigKind.Dict,
        ["grants"] = ConfigKind.Dict,
        ["contract"] = ConfigKind.Dict,
        ["snapshot_meta_column_names"] = ConfigKind.Dict,
        ["materialized"] = ConfigKind.Text,
        ["incremental_strategy"] = ConfigKind.Text,
        ["on_schema_change"] = ConfigKind.Text,
        ["on_configuration_change"] = ConfigKind.Text,
        ["full_refresh"] = ConfigKind.Boolean,
        ["unlogged"] = ConfigKind.Boolean,
        ["indexes"] = ConfigKind.Dicts,
        ["unique_key"] = ConfigKind.TextOrTexts,
        ["incremental_predicates"] = ConfigKind.TextOrTexts,
        ["merge_update_columns"] = ConfigKind.TextOrTexts,
        ["merge_exclude_columns"] = ConfigKind.TextOrTexts,
        ["check_cols"] = ConfigKind.TextOrTexts,
        ["pre-hook"] = ConfigKind.Hooks,
        ["post-hook"] = ConfigKind.Hooks,
        ["severity"] = ConfigKind.Text,
        ["store_failures"] = ConfigKind.Boolean,
        ["store_failures_as"] = ConfigKind.Text,
        ["where"] = ConfigKind.Text,
        ["limit"] = ConfigKind.Integer,
        ["fail_calc"] = ConfigKind.Text,
        ["warn_if"] = ConfigKind.Text,
        ["error_if"] = ConfigKind.Text,
        ["strategy"] = ConfigKind.Text,
        ["target_schema"] = ConfigKind.Text,
        ["target_database"] = ConfigKind.Text,
        ["updated_at"] = ConfigKind.Text,
        ["hard_deletes"] = ConfigKind.Text,
        ["delimiter"] = ConfigKind.Text,
        ["lookback"] = ConfigKind.Integer,
        ["sql_header"] = ConfigKind.Text,
    }.ToFrozenDictionary();

    /// <summary>Configs that take one of a few words, whatever the case of `severity`.</summary>
    public static FrozenDictionary<string, ImmutableArray<string>> Words { get; } = new Dictionary<string, ImmutableArray<string>>
    {
        ["on_schema_change"] = ["ignore", "append_new_columns", "fail", "sync_all_columns"],
        ["on_configuration_change"] = ["apply", "continue", "fail"],
        ["store_failures_as"] = ["ephemeral", "table", "view"],
        ["hard_deletes"] = ["ignore", "invalidate", "new_record"],
        ["access"] = ["private", "protected", "public"],
        ["severity"] = ["error", "warn"],
    }.ToFrozenDictionary();
}
