using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Planning.Materializations.Snapshots;

/// <summary>How a snapshot tells that a row has changed, as the macro `snapshot_…_strategy` says: expressions over the aliases `snapshotted_data` and `source_data`.</summary>
internal sealed record SnapshotStrategy
{
    public required ImmutableArray<string> UniqueKey { get; init; }

    /// <summary>From when a row is valid.</summary>
    public required string UpdatedAt { get; init; }

    public required string RowChanged { get; init; }

    /// <summary>The hash that names a version of a row.</summary>
    public required string ScdId { get; init; }

    /// <summary>The hash that names the version which says that a row was deleted.</summary>
    public required string DeletionId { get; init; }

    /// <summary>The time of the run, as `snapshot_get_time` writes it.</summary>
    public required string Now { get; init; }

    /// <summary>`ignore`, `invalidate` or `new_record`.</summary>
    public required string HardDeletes { get; init; }

    public bool WatchesDeletes => HardDeletes is "invalidate" or "new_record";

    public bool MarksDeletes => HardDeletes == "new_record";

    /// <summary>Asks the macros; the built-in strategies are macros too, so that a project can have its own in their place.</summary>
    public static Checked<SnapshotStrategy> Of(CompiledModel snapshot, SnapshotColumns columns, bool targetExists)
    {
        string name = snapshot.Node.Config.GetText("strategy") ?? "";
        Location place = snapshot.Node.Config.LocationOf("strategy") ?? snapshot.Node.Location;
        string macro = MacroName(name);
        if (!snapshot.Macros.Has(macro))
        {
            return Check.Failed<SnapshotStrategy>(Diagnostic.Error(
                    PlanningCodes.UnknownStrategy, $"`{snapshot.Node.Name}` asks for the snapshot strategy `{name}`, and there is no macro `{macro}`", place)
                .WithHint(Spelling.DidYouMean(macro, snapshot.Macros.Names)));
        }

        Checked<Value> answer = snapshot.Macros.Call(
            macro, snapshot.Macros.Model, Value.Of("snapshotted_data"), Value.Of("source_data"), snapshot.Macros.Model.GetItem(Value.Of("config")) ?? Value.None, Value.Of(targetExists));
        Checked<Value> now = snapshot.Macros.Call("snapshot_get_time");
        if (!answer.Succeeded(out Value? given) || !now.Succeeded(out Value? time))
        {
            return Check.Failed<SnapshotStrategy>([.. answer.Diagnostics, .. now.Diagnostics]);
        }

        Checked<Value> deletion = snapshot.Macros.Call("snapshot_hash_arguments", Value.List(Value.Of(columns.ScdId), time));
        return deletion.Succeeded(out Value? hash) ? Read(given, time, hash, place) : Check.Failed<SnapshotStrategy>(deletion.Diagnostics);
    }

    private static Checked<SnapshotStrategy> Read(Value given, Value now, Value deletion, Location place)
    {
        string[] missing = [.. ((string[])["unique_key", "updated_at", "row_changed", "scd_id"]).Where(k => Text(given, k) is null)];
        return missing.Length > 0
            ? Check.Failed<SnapshotStrategy>(Diagnostic.Error(
                PlanningCodes.IncompleteStrategy, $"the snapshot's strategy gives no {string.Join(", ", missing.Select(k => $"`{k}`"))}", place)
                .WithHint("its macro has to return a dict with `unique_key`, `updated_at`, `row_changed`, `scd_id` and `hard_deletes`"))
            : Check.Ok(new SnapshotStrategy
            {
                UniqueKey = given.GetItem(Value.Of("unique_key")) is ListValue keys ? [.. keys.Items.Select(k => k.ToText())] : [Text(given, "unique_key") ?? ""],
                UpdatedAt = Text(given, "updated_at") ?? "",
                RowChanged = Text(given, "row_changed") ?? "",
                ScdId = Text(given, "scd_id") ?? "",
                HardDeletes = Text(given, "hard_deletes") ?? "ignore",
                Now = now.ToText().Trim(),
                DeletionId = deletion.ToText().Trim(),
            });
    }

    private static string? Text(Value dict, string key) => dict.GetItem(Value.Of(key)) is { IsNone: false, IsUndefined: false } value ? value.ToText().Trim() : null;

    private static string MacroName(string strategy) => strategy.Split('.', 2) is [var package, var name]
        ? $"{package}.snapshot_{name}_strategy"
        : $"snapshot_{strategy}_strategy";
}
