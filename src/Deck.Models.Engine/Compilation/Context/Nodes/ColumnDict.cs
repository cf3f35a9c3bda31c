using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>Described columns as dbt's dict of dicts.</summary>
internal static class ColumnDict
{
    public static void AddAll(IFields dict, Node node) => dict.AddDict("columns", node, static (fields, described) =>
    {
        foreach (Column column in described.Columns)
        {
            fields.AddDict(column.Name, column, AddOne);
        }
    });

    private static void AddOne(IFields dict, Column column)
    {
        dict.Add("name", column.Name);
        dict.Add("description", column.Description);
        dict.Add("meta", column.Meta);
        dict.Add("data_type", column.DataType);
        dict.AddDicts("constraints", column.Constraints, static (fields, constraint) => ConstraintDict.AddTo(fields, constraint, false));
        dict.Add("quote", column.Quote is { } quote ? Value.Of(quote) : Value.None);
        dict.AddDict("config", column, AddConfig);
        dict.Add("tags", column.Tags);
        dict.Add("granularity", column.Semantics?.Granularity);
        dict.Add("dimension", column.Semantics?.Dimension ?? Value.None);
        dict.Add("entity", column.Semantics?.Entity ?? Value.None);
        dict.Add("doc_blocks", column.DocBlocks);
    }

    /// <summary>`meta` and `tags` stand in the config as well, wherever they are written; dbt keeps nothing else of it.</summary>
    private static void AddConfig(IFields dict, Column column)
    {
        dict.Add("meta", column.Meta);
        dict.Add("tags", column.Tags);
    }
}
