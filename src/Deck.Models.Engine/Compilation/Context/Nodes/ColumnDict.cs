using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>A described column as dbt's dict.</summary>
internal static class ColumnDict
{
    public static FieldsValue OfAll(IEnumerable<Column> columns) => new(columns.Select(c => KeyValuePair.Create<string, Value>(c.Name, Of(c))));

    private static FieldsValue Of(Column column) => new(
    [
        new("name", Value.Of(column.Name)),
        new("description", Value.Of(column.Description)),
        new("meta", column.Meta),
        new("data_type", Value.Of(column.DataType)),
        new("constraints", Value.List(column.Constraints.Select(c => ConstraintDict.Of(c, false)))),
        new("quote", column.Quote is { } quote ? Value.Of(quote) : Value.None),
        new("config", ConfigOf(column)),
        new("tags", NodeFields.Texts(column.Tags)),
        new("granularity", Value.Of(column.Semantics?.Granularity)),
        new("dimension", column.Semantics?.Dimension ?? Value.None),
        new("entity", column.Semantics?.Entity ?? Value.None),
        new("doc_blocks", NodeFields.Texts(column.DocBlocks)),
    ]);

    /// <summary>`meta` and `tags` stand in the config as well, wherever they are written; dbt keeps nothing else of it.</summary>
    private static FieldsValue ConfigOf(Column column) => new([new("meta", column.Meta), new("tags", NodeFields.Texts(column.Tags))]);
}
