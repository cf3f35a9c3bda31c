using Deck.Models.Text;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>`merge`: rows with the key of a new row are updated, others inserted. Without a `unique_key` every row is inserted, as in dbt.</summary>
internal sealed class MergeStrategy : IncrementalStrategy
{
    public override Checked<string> Store(IncrementalRows rows, IncrementalConfig config)
    {
        IEnumerable<string> keys = config.UniqueKey.IsEmpty ? ["false"] : config.UniqueKey.Select(SameKey);
        string conditions = string.Join("\n  and ", config.Predicates.Select(p => $"({p})").Concat(keys));
        return Check.Ok($"merge into {rows.Target} as DBT_INTERNAL_DEST\nusing {rows.Source} as DBT_INTERNAL_SOURCE\non {conditions}"
            + Update(rows, config)
            + $"\nwhen not matched then insert ({rows.List()})\nvalues ({rows.List("DBT_INTERNAL_SOURCE.")})");
    }

    /// <summary>A key is a column, or an expression, which is left as written.</summary>
    public static string SameKey(string key) => $"DBT_INTERNAL_SOURCE.{key} = DBT_INTERNAL_DEST.{key}";

    private static string Update(IncrementalRows rows, IncrementalConfig config)
    {
        if (config.UniqueKey.IsEmpty)
        {
            return "";
        }

        IEnumerable<string> columns = config.UpdateColumns.IsEmpty
            ? rows.Columns.Where(c => !config.ExcludeColumns.Contains(c.Name, StringComparer.OrdinalIgnoreCase)).Select(c => c.Quoted)
            : config.UpdateColumns;
        string[] updates = [.. columns.Select(c => $"{c} = DBT_INTERNAL_SOURCE.{c}")];
        return updates.Length == 0 ? "" : $"\nwhen matched then update set {string.Join(", ", updates)}";
    }
}
