using Deck.Models.Engine.Compilation.Context.Relations;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Adapter;

/// <summary>What dbt demands of a table before a snapshot is merged into it.</summary>
internal static class SnapshotTarget
{
    private static readonly string[] Required = ["dbt_scd_id", "dbt_valid_from", "dbt_valid_to"];

    /// <summary>Refuses a table without the snapshot's own columns.</summary>
    /// <param name="names">`snapshot_meta_column_names`: other names for them, or None.</param>
    public static Value Check(ListValue columns, Value names, bool marksDeleted)
    {
        HashSet<string> present = new(columns.Items.OfType<ColumnValue>().Select(c => c.Name), StringComparer.OrdinalIgnoreCase);
        string[] missing = [.. Required.Concat(marksDeleted ? ["dbt_is_deleted"] : []).Select(r => NameOf(r, names)).Where(n => !present.Contains(n))];
        return missing.Length == 0
            ? Value.None
            : throw TemplateException.CompilationError($"Snapshot target is missing configured columns: {string.Join(", ", missing)}");
    }

    /// <summary>`hard_deletes`, or what the older `invalidate_hard_deletes` means.</summary>
    public static Value HardDeletes(Value config)
    {
        string? chosen = Read(config, "hard_deletes");
        bool invalidates = Read(config, "invalidate_hard_deletes") is "True";
        return chosen switch
        {
            null => Value.Of(invalidates ? "invalidate" : "ignore"),
            _ when invalidates => throw TemplateException.CompilationError("You cannot set both the invalidate_hard_deletes and hard_deletes config properties on the same snapshot."),
            "ignore" or "invalidate" or "new_record" => Value.Of(chosen),
            _ => throw TemplateException.CompilationError("Invalid setting for property hard_deletes."),
        };
    }

    private static string NameOf(string column, Value names) =>
        names is DictValue dict && dict.TryGet(column, out Value? other) && !other.IsNone ? other.ToText() : column;

    private static string? Read(Value config, string key)
    {
        Value? value = config is DictValue dict
            ? dict.GetItem(Value.Of(key))
            : config.GetAttribute("get")?.Call(Arguments.Of(Value.Of(key)));
        return value is null || value.IsNone || value.IsUndefined ? null : value.ToText();
    }
}
