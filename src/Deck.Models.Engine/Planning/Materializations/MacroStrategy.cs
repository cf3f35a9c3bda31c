using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Compilation.Context.Relations;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>A strategy that the project writes itself: the macro `get_incremental_…_sql` gives the statements that store the rows.</summary>
internal sealed class MacroStrategy(NodeMacros macros, string macro) : IncrementalStrategy
{
    /// <summary>The macro's name for the strategy that `incremental_strategy` gives.</summary>
    public static string MacroNameOf(string strategy) => $"get_incremental_{strategy.Replace('+', '_')}_sql";

    public override Checked<string> Store(IncrementalRows rows, IncrementalConfig config)
    {
        DictValue arguments = new(
        [
            new("target_relation", RelationValue.Of(config.Node.Relation ?? throw new InvalidOperationException($"{config.Node.Id} has no relation"), RelationTypeValue.Table)),
            new("temp_relation", new RelationValue { Identifier = rows.SourceName, Type = RelationTypeValue.Table }),
            new("unique_key", ValueOf(config, "unique_key")),
            new("dest_columns", Value.List(rows.Columns.Select(c => new ColumnValue { Name = c.Name, Type = c.Type }))),
            new("incremental_predicates", ValueOf(config, "predicates") is { IsNone: false } predicates ? predicates : ValueOf(config, "incremental_predicates")),
        ]);
        Checked<Value> text = macros.Call(macro, arguments);
        return text.Succeeded(out Value? sql) ? Check.Ok(sql.ToText().Trim(), text.Diagnostics) : Check.Failed<string>(text.Diagnostics);
    }

    private static Value ValueOf(IncrementalConfig config, string key) => config.Node.Config.TryGet(key, out Value? value) ? value : Value.None;
}
