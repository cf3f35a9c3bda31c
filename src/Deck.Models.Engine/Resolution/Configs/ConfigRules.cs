using System.Collections.Immutable;

namespace Deck.Models.Engine.Resolution.Configs;

/// <summary>What dbt and its Postgres adapter accept as the value of each config they know; other keys may hold anything.</summary>
internal static class ConfigRules
{
    /// <summary>The shape of a config's value, or null for a config that may hold anything.</summary>
    public static ConfigKind? KindOf(string key) => key switch
    {
        "enabled" or "full_refresh" or "unlogged" or "store_failures" => ConfigKind.Boolean,
        "alias" or "schema" or "database" or "group" or "access" or "materialized" or "incremental_strategy" or "on_schema_change" or
            "on_configuration_change" or "severity" or "store_failures_as" or "where" or "fail_calc" or "warn_if" or "error_if" or "strategy" or
            "target_schema" or "target_database" or "updated_at" or "hard_deletes" or "delimiter" or "sql_header" => ConfigKind.Text,
        "tags" or "packages" => ConfigKind.Texts,
        "meta" or "docs" or "quoting" or "column_types" or "persist_docs" or "grants" or "contract" or
            "snapshot_meta_column_names" => ConfigKind.Dict,
        "indexes" => ConfigKind.Dicts,
        "unique_key" or "incremental_predicates" or "merge_update_columns" or "merge_exclude_columns" or "check_cols" => ConfigKind.TextOrTexts,
        "pre-hook" or "post-hook" => ConfigKind.Hooks,
        "limit" or "lookback" => ConfigKind.Integer,
        _ => null,
    };

    /// <summary>The words that a config can be, whatever the case of `severity`; none where it takes any.</summary>
    public static ImmutableArray<string> WordsOf(string key) => key switch
    {
        "on_error" => ["skip_children", "continue"],
        "on_schema_change" => ["ignore", "append_new_columns", "fail", "sync_all_columns"],
        "on_configuration_change" => ["apply", "continue", "fail"],
        "store_failures_as" => ["ephemeral", "table", "view"],
        "hard_deletes" => ["ignore", "invalidate", "new_record"],
        "access" => ["private", "protected", "public"],
        "severity" => ["error", "warn"],
        _ => [],
    };
}
