using Deck.Models.Engine.Compilation;
using System.Collections.Immutable;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>The configs of an incremental model, checked.</summary>
internal sealed class IncrementalConfig
{
    private IncrementalConfig(Node node, IncrementalStrategy strategy)
    {
        Node = node;
        Strategy = strategy;
    }

    public Node Node { get; }

    public IncrementalStrategy Strategy { get; }

    public ImmutableArray<string> UniqueKey => Node.Config.GetTexts("unique_key");

    public ImmutableArray<string> Predicates => Node.Config.TryGet("predicates", out _) ? Node.Config.GetTexts("predicates") : Node.Config.GetTexts("incremental_predicates");

    public ImmutableArray<string> UpdateColumns => Node.Config.GetTexts("merge_update_columns");

    public ImmutableArray<string> ExcludeColumns => Node.Config.GetTexts("merge_exclude_columns");

    /// <summary>`ignore`, `fail`, `append_new_columns` or `sync_all_columns`; anything else counts as `ignore`, as in dbt.</summary>
    public string OnSchemaChange => Node.Config.GetText("on_schema_change") ?? "ignore";

    /// <summary>A key written as a plain name must be a column of the new rows; what is written otherwise is an expression, and the server's to judge.</summary>
    public IEnumerable<Diagnostic> CheckKey(ImmutableArray<TypedColumn> columns) =>
        from key in Strategy is AppendStrategy ? [] : UniqueKey
        let folded = key.ToLowerInvariant()
        where SqlLiteral.IsPlainName(key) && columns.All(c => c.Name != folded)
        select Diagnostic.Error(PlanningCodes.UnknownKeyColumn, $"the `unique_key` of `{Node.Name}` is `{key}`, and its query gives no such column", PlaceOf("unique_key"))
            .WithHint(Spelling.DidYouMean(key, columns.Select(c => c.Name)));

    public Location PlaceOf(string key) => Node.Config.LocationOf(key) ?? Node.Location;

    public static Checked<IncrementalConfig> Of(CompiledModel compiled)
    {
        Node node = compiled.Node;
        string name = node.Config.GetText("incremental_strategy") ?? "default";
        Location place = node.Config.LocationOf("incremental_strategy") ?? node.Location;
        bool hasKey = !node.Config.GetTexts("unique_key").IsEmpty;
        if (!IncrementalStrategy.TryFind(name, hasKey, compiled.Macros, out IncrementalStrategy? strategy))
        {
            return Check.Failed<IncrementalConfig>(
                Diagnostic.Error(PlanningCodes.UnknownStrategy, $"`{node.Name}` asks for the incremental strategy `{name}`, which this version does not have", place)
                    .WithHint($"there are `append`, `delete+insert`, `merge` and `microbatch`; a macro `{MacroStrategy.MacroNameOf(name)}` would be another"));
        }

        IncrementalConfig config = new(node, strategy);
        return config.UpdateColumns.IsEmpty || config.ExcludeColumns.IsEmpty
            ? Check.Ok(config)
            : Check.Failed<IncrementalConfig>(Diagnostic.Error(
                PlanningCodes.ConfigConflict, $"`{node.Name}` has both `merge_update_columns` and `merge_exclude_columns`", config.PlaceOf("merge_exclude_columns")));
    }
}
