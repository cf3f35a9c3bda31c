using Deck.Models.Engine.Compilation.Context.Results;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Adapter;

/// <summary>The methods of `adapter` in the parse phase that would ask the database: fixed answers (spec/jinja.md, 7.4).</summary>
internal static class ParseAdapter
{
    private static readonly string[] GiveNone =
    [
        "get_relation", "drop_relation", "truncate_relation", "rename_relation", "create_schema", "drop_schema", "expand_target_column_types",
        "valid_snapshot_target", "assert_valid_snapshot_target_given_strategy", "get_incremental_strategy_macro", "get_hard_deletes_behavior",
    ];

    private static readonly string[] GiveList =
    [
        "get_columns_in_relation", "get_pseudocolumns_for_relation", "get_missing_columns", "get_column_schema_from_query", "get_columns_in_table",
    ];

    private static readonly string[] GiveFalse = ["check_schema_exists", "already_exists"];

    public static readonly MethodTable<AdapterValue> Members = new(
    [
        .. GiveNone.Select(n => Stub(n, () => Value.None)),
        .. GiveList.Select(n => Stub(n, () => Value.List())),
        .. GiveFalse.Select(n => Stub(n, () => Value.Of(false))),
        Stub("execute", () => Value.Tuple(Value.Of(""), QueryTables.Empty())),
        Stub("get_partitions_metadata", () => Value.Tuple(Value.Of(""), QueryTables.Empty())),
        Stub("add_query", () => Value.Tuple(Value.None, Value.None)),
    ]);

    private static (string, Func<AdapterValue, BoundArguments, Value>) Stub(string name, Func<Value> answer) =>
        ($"{name}(*args, **kwargs)", (_, _) => answer());
}
