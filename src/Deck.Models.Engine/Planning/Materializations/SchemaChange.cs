using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>What `on_schema_change` makes of columns that differ.</summary>
/// <param name="Statements">Changes to the relation.</param>
/// <param name="Columns">The columns to write afterwards.</param>
internal sealed record SchemaChange(ImmutableArray<string> Statements, ImmutableArray<TypedColumn> Columns)
{
    /// <summary>`ignore` writes the relation's own columns and so needs them all from the query; the others write the query's. Columns of text grow with any of them, as in dbt.</summary>
    public static Checked<SchemaChange> Of(IncrementalConfig config, string target, ColumnComparison columns) => config.OnSchemaChange switch
    {
        "fail" => columns.AreEqual ? Check.Ok(Writing(columns.Source, columns.Lengthen(target))) : Check.Failed<SchemaChange>(Describe(config, columns)),
        "append_new_columns" => Check.Ok(Writing(columns.Source, [.. columns.Lengthen(target), .. Add(target, columns)])),
        "sync_all_columns" => Check.Ok(Writing(columns.Source, [.. columns.Lengthen(target), .. Add(target, columns), .. Remove(target, columns), .. Retype(target, columns)])),
        _ => Check.Ok(Writing(columns.Target, columns.Lengthen(target))),
    };

    private static SchemaChange Writing(ImmutableArray<TypedColumn> columns, IEnumerable<string> statements) => new([.. statements], columns);

    private static IEnumerable<string> Add(string target, ColumnComparison columns) =>
        columns.Added.Select(c => $"alter table {target} add column {c.Quoted} {c.Type}");

    private static IEnumerable<string> Remove(string target, ColumnComparison columns) =>
        columns.Removed.Select(c => $"alter table {target} drop column {c.Quoted}");

    private static IEnumerable<string> Retype(string target, ColumnComparison columns) =>
        columns.Retyped.Select(c => $"alter table {target} alter column {c.Quoted} type {c.Type} using {c.Quoted}::{c.Type}");

    private static Diagnostic Describe(IncrementalConfig config, ColumnComparison columns)
    {
        string[] differences =
        [
            .. columns.Added.Select(c => $"`{c.Name}` is new"),
            .. columns.Removed.Select(c => $"`{c.Name}` is gone"),
            .. columns.Retyped.Select(c => $"`{c.Name}` is now {c.Type}"),
        ];
        return Diagnostic.Error(
                PlanningCodes.SchemaChanged,
                $"the columns of `{config.Node.Name}` differ from its relation's: {string.Join(", ", differences)}",
                config.PlaceOf("on_schema_change"))
            .WithHint("build it anew with `--full-refresh`, or let `on_schema_change` be `append_new_columns` or `sync_all_columns`");
    }
}
