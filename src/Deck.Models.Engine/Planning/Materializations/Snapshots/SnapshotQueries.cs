using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning.Materializations.Snapshots;

/// <summary>The queries of a snapshot around its own.</summary>
/// <remarks>
/// What has changed is collected in one pass over the source and the current rows: each changed row once, with the version that it replaces.
/// dbt joins the two sides once for the new versions and once more for those that end; the rows that come of it are the same.
/// </remarks>
internal sealed class SnapshotQueries(SnapshotStrategy strategy, SnapshotColumns columns, string target, string? validToCurrent)
{
    /// <summary>Whether a row is new or changed (`change`) or gone from the source (`delete`).</summary>
    public const string ChangeType = "dbt_change_type";

    /// <summary>The version that a change ends, or null.</summary>
    public const string Replaced = "dbt_replaced_scd_id";

    private const string KeyPrefix = "dbt_unique_key";

    /// <summary>Columns of the collected rows that the snapshot does not keep.</summary>
    public static bool IsOwn(string column) => column is ChangeType or Replaced || column.StartsWith(KeyPrefix, StringComparison.Ordinal);

    /// <summary>Around the query of the first run.</summary>
    public (string Before, string After) First => (
        $"select *, {strategy.ScdId} as {columns.ScdId}, {strategy.UpdatedAt} as {columns.UpdatedAt}, {strategy.UpdatedAt} as {columns.ValidFrom}, {OpenEnd} as {columns.ValidTo}{NotDeleted}\nfrom (\n",
        "\n) as sbq");

    /// <summary>Around the query of a later run.</summary>
    public (string Before, string After) Later => ("with snapshot_query as (\n", $"""

        ), snapshotted_data as (
          select *, {Keys} from {target} where {IsCurrent("")}
        ), source_data as (
          select *, {Keys}, {strategy.UpdatedAt} as {columns.UpdatedAt}, {strategy.UpdatedAt} as {columns.ValidFrom}, {OpenEnd} as {columns.ValidTo}, {strategy.ScdId} as {columns.ScdId}{NotDeleted}
          from snapshot_query
        )
        select 'change'::text as {ChangeType}, snapshotted_data.{columns.ScdId} as {Replaced}, source_data.*
        from source_data
        left join snapshotted_data on {SameKey}
        where snapshotted_data.{FirstKey} is null or {strategy.RowChanged}{OrDeleted}{(strategy.WatchesDeletes ? Deleted : "")}
        """);

    /// <summary>Refuses a table that lacks the snapshot's own columns, in dbt's words.</summary>
    public string Demand => $"""
        do $deckmodel$
        declare
          missing text;
        begin
          select string_agg(wanted, ', ' order by place) into missing
          from unnest({SqlLiteral.Array([columns.ScdId, columns.ValidFrom, columns.ValidTo, .. Marks])}) with ordinality w (wanted, place)
          where not exists (
            select from pg_catalog.pg_attribute a
            where a.attrelid = {SqlLiteral.Of(target)}::pg_catalog.regclass and a.attnum > 0 and not a.attisdropped and a.attname = lower(wanted));
          if missing is not null then
            raise exception 'Snapshot target is missing configured columns: %', missing using errcode = 'undefined_column';
          end if;
        end
        $deckmodel$
        """;

    /// <summary>Inserts a version that says so for each row that is gone, where that is wanted.</summary>
    /// <param name="known">Columns that the table had before.</param>
    public IEnumerable<string> InsertDeletions(string source, IEnumerable<string> known)
    {
        string list = string.Concat(known.Where(c => !IsMeta(c)).Select(c => $"{RelationName.Quote(c)}, "));
        return !strategy.MarksDeletes ? [] : [$"""
            insert into {target} ({list}{columns.ScdId}, {columns.UpdatedAt}, {columns.ValidFrom}, {columns.ValidTo}, {columns.IsDeleted})
            select {list}{strategy.DeletionId}, {strategy.Now}, {strategy.Now}, {columns.ValidTo}, 'True'
            from {target} as snapshotted_data
            where {IsCurrent("")} and {columns.ScdId} in (select {Replaced} from {source} where {ChangeType} = 'delete')
            """];
    }

    /// <summary>Ends the versions that were replaced or whose row is gone.</summary>
    public string EndReplaced(string source)
    {
        string end = strategy.WatchesDeletes
            ? $"case DBT_INTERNAL_SOURCE.{ChangeType} when 'delete' then {strategy.Now} else DBT_INTERNAL_SOURCE.{columns.ValidFrom} end"
            : $"DBT_INTERNAL_SOURCE.{columns.ValidFrom}";
        return $"""
            update {target} as DBT_INTERNAL_DEST
            set {columns.ValidTo} = {end}
            from {source} as DBT_INTERNAL_SOURCE
            where DBT_INTERNAL_SOURCE.{Replaced} = DBT_INTERNAL_DEST.{columns.ScdId} and {IsCurrent("DBT_INTERNAL_DEST.")}
            """;
    }

    /// <param name="list">Quoted columns.</param>
    public string InsertChanges(string source, string list) => $"insert into {target} ({list})\nselect {list}\nfrom {source}\nwhere {ChangeType} = 'change'";

    private bool IsMeta(string column) =>
        ((string[])[columns.ScdId, columns.UpdatedAt, columns.ValidFrom, columns.ValidTo, columns.IsDeleted]).Contains(column, StringComparer.OrdinalIgnoreCase);

    private string OpenEnd => $"coalesce(nullif({strategy.UpdatedAt}, {strategy.UpdatedAt}), {validToCurrent ?? "null"})";

    private string NotDeleted => strategy.MarksDeletes ? $", 'False' as {columns.IsDeleted}" : "";

    private string OrDeleted => strategy.MarksDeletes ? $" or {IsMarked}" : "";

    private string[] Marks => strategy.MarksDeletes ? [columns.IsDeleted] : [];

    private string IsMarked => $"snapshotted_data.{columns.IsDeleted} = 'True'";

    private string FirstKey => strategy.UniqueKey.Length == 1 ? KeyPrefix : $"{KeyPrefix}_1";

    private string Keys => strategy.UniqueKey is [var key] ? $"{key} as {KeyPrefix}" : string.Join(", ", strategy.UniqueKey.Select((k, i) => $"{k} as {KeyPrefix}_{i + 1}"));

    private string SameKey => strategy.UniqueKey.Length == 1
        ? $"snapshotted_data.{KeyPrefix} = source_data.{KeyPrefix}"
        : string.Join(" and ", strategy.UniqueKey.Select((_, i) => $"snapshotted_data.{KeyPrefix}_{i + 1} = source_data.{KeyPrefix}_{i + 1}"));

    /// <summary>Rows that are gone from the source, but for those that are already marked so.</summary>
    private string Deleted => $"""

        union all
        select 'delete', snapshotted_data.{columns.ScdId}, source_data.*
        from snapshotted_data
        left join source_data on {SameKey}
        where source_data.{FirstKey} is null{(strategy.MarksDeletes ? $" and ({IsMarked}) is not true" : "")}
        """;

    private string IsCurrent(string prefix) => validToCurrent is null
        ? $"{prefix}{columns.ValidTo} is null"
        : $"({prefix}{columns.ValidTo} = {validToCurrent} or {prefix}{columns.ValidTo} is null)";
}
