using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution;

/// <summary>The columns that a snapshot adds to its rows, by dbt's names unless `snapshot_meta_column_names` gives others; they stand unquoted in SQL, as in dbt.</summary>
public sealed record SnapshotColumns(string ValidTo, string ValidFrom, string ScdId, string UpdatedAt, string IsDeleted)
{
    public static SnapshotColumns Of(NodeConfig config)
    {
        DictValue? names = config.TryGet("snapshot_meta_column_names", out Value? value) ? value as DictValue : null;
        return new SnapshotColumns(
            Name(names, "dbt_valid_to"), Name(names, "dbt_valid_from"), Name(names, "dbt_scd_id"), Name(names, "dbt_updated_at"), Name(names, "dbt_is_deleted"));
    }

    /// <summary>`config.get('snapshot_table_column_names')`.</summary>
    public DictValue ToDict() => new(
    [
        new("dbt_valid_to", Value.Of(ValidTo)), new("dbt_valid_from", Value.Of(ValidFrom)), new("dbt_scd_id", Value.Of(ScdId)),
        new("dbt_updated_at", Value.Of(UpdatedAt)), new("dbt_is_deleted", Value.Of(IsDeleted)),
    ]);

    private static string Name(DictValue? names, string column) =>
        names is not null && names.TryGet(column, out Value? other) && !other.IsNone ? other.ToText() : column;
}
