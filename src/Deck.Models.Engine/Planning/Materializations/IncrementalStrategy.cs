using Deck.Models.Engine.Compilation;
using Deck.Models.Text;
using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>How new rows enter an incremental model's relation.</summary>
internal abstract class IncrementalStrategy
{
    /// <summary>Statements before the one that stores the rows.</summary>
    public virtual IEnumerable<string> Before(IncrementalRows rows, IncrementalConfig config) => [];

    /// <summary>The statement whose answer is the model's.</summary>
    public virtual Checked<string> Store(IncrementalRows rows, IncrementalConfig config) => Check.Ok(
        $"insert into {rows.Target} ({rows.List()})\nselect {rows.List()}\nfrom {rows.Source}");

    /// <summary>Finds a strategy by the name that `incremental_strategy` gives: a built-in one, unless the project writes its macros itself, or the project's own.</summary>
    public static bool TryFind(string name, bool hasKey, NodeMacros macros, [NotNullWhen(true)] out IncrementalStrategy? strategy)
    {
        string macro = MacroStrategy.MacroNameOf(name);
        bool isOwn = macros.AreOverridden([macro, .. MacrosOf(name, hasKey)]) && macros.Has(macro);
        strategy = isOwn ? new MacroStrategy(macros, macro) : name switch
        {
            "default" => hasKey ? new DeleteInsertStrategy() : new AppendStrategy(),
            "append" => new AppendStrategy(),
            "delete+insert" => new DeleteInsertStrategy(),
            "merge" or "microbatch" => new MergeStrategy(),
            _ => null,
        };
        return strategy is not null;
    }

    /// <summary>The macros of dbt's that a built-in strategy stands for.</summary>
    private static string[] MacrosOf(string name, bool hasKey) => name switch
    {
        "append" => ["get_incremental_append_sql", "get_insert_into_sql"],
        "delete+insert" => ["get_incremental_delete_insert_sql", "get_delete_insert_merge_sql"],
        "merge" => ["get_incremental_merge_sql", "get_merge_sql"],
        "microbatch" => ["get_incremental_microbatch_sql", .. MacrosOf("merge", hasKey)],
        "default" => ["get_incremental_default_sql", .. MacrosOf(hasKey ? "delete+insert" : "append", hasKey)],
        _ => [],
    };
}
