using System.Collections.Immutable;
using System.Text.Json;

namespace Deck.Models.Engine.Selection.State;

/// <summary>What an enforced contract no longer promises: the rules of `same_contract` of dbt's models, on the dicts of two manifests.</summary>
internal static class ContractComparison
{
    /// <summary>Custom constraints are nothing that PostgreSQL enforces.</summary>
    private static readonly ImmutableArray<string> EnforcedTypes = ["check", "not_null", "unique", "primary_key", "foreign_key"];

    private static readonly ImmutableArray<string> ConstraintKeys = ["type", "name", "expression", "warn_unenforced", "warn_unsupported", "to", "to_columns", "columns"];

    /// <summary>Each kind of break with what it concerns; none where nothing that was promised is gone, such as after a column was added.</summary>
    /// <param name="old">A model whose contract was enforced.</param>
    public static IEnumerable<(string Kind, string What)> Breaks(StateNode old, StateNode now)
    {
        StateNode[] columns = [.. ColumnsOf(old)];
        (string, IEnumerable<string>)[] kinds =
        [
            ("no longer enforced", IsEnforced(now) ? [] : ["its contract"]),
            ("columns removed", columns.Where(c => NamesakeOf(c, now) is null).Select(NameOf)),
            ("data types changed", columns.Select(c => ChangedType(c, NamesakeOf(c, now))).OfType<string>()),
            ("constraints of columns removed", HasConstraints(old) ? columns.SelectMany(c => RemovedConstraints(c, NamesakeOf(c, now))) : []),
            ("constraints of the model removed", HasConstraints(old) ? RemovedConstraints(old, now) : []),
            ("materialization without constraints", LosesConstraints(old, now) ? [$"{Materialized(old)} -> {Materialized(now)}"] : []),
        ];
        return kinds.Select(k => (Kind: k.Item1, What: string.Join(", ", k.Item2))).Where(k => k.What.Length > 0);
    }

    public static bool IsEnforced(StateNode node) => node.IsTrue("contract", "enforced");

    /// <summary>Length, precision and scale are no part of a type that a contract promises, nor is upper or lower case.</summary>
    private static string? ChangedType(StateNode old, StateNode? now)
    {
        (string? before, string? after) = (old.Text("data_type"), now?.Text("data_type"));
        return now is null || BaseTypeOf(before) == BaseTypeOf(after) ? null : $"{NameOf(old)} ({before ?? "none"} -> {after ?? "none"})";
    }

    private static string? BaseTypeOf(string? type) => type?.Split('(')[0].Trim().ToLowerInvariant();

    /// <summary>The enforced constraints that a column or model had and has no longer; those of a column that is gone went with it.</summary>
    private static IEnumerable<string> RemovedConstraints(StateNode old, StateNode? now)
    {
        StateNode[] kept = now is { } present ? [.. ConstraintsOf(present)] : [];
        return now is null ? [] : ConstraintsOf(old)
            .Where(c => EnforcedTypes.Contains(c.Text("type") ?? "") && !kept.Any(k => ConstraintKeys.All(key => k.Equals(c, key))))
            .Select(c => $"{c.Text("name") ?? c.Text("type")} of {PlaceOf(c, old)}");
    }

    private static string PlaceOf(StateNode constraint, StateNode owner) =>
        constraint.Find("columns") is { ValueKind: JsonValueKind.Array } columns ? $"({string.Join(", ", columns.EnumerateArray())})" : NameOf(owner);

    private static bool LosesConstraints(StateNode old, StateNode now) =>
        HasConstraints(old) && !HasConstraints(now) && ColumnsOf(old).Append(old).SelectMany(ConstraintsOf).Any();

    /// <summary>Only tables get the constraints of a contract.</summary>
    private static bool HasConstraints(StateNode model) => Materialized(model) is "table" or "incremental";

    private static string? Materialized(StateNode model) => model.Find("config", "materialized")?.ToString();

    private static IEnumerable<StateNode> ConstraintsOf(StateNode owner) =>
        owner.Find("constraints") is { ValueKind: JsonValueKind.Array } constraints ? constraints.EnumerateArray().Select(c => new StateNode(c)) : [];

    private static IEnumerable<StateNode> ColumnsOf(StateNode model) => model.Find("columns") is not { ValueKind: JsonValueKind.Object } columns ? [] : columns.EnumerateObject()
        .OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => new StateNode(c.Value));

    private static StateNode? NamesakeOf(StateNode column, StateNode model) => model.Find("columns", NameOf(column)) is { } found ? new StateNode(found) : null;

    private static string NameOf(StateNode column) => column.Text("name") ?? "";
}
