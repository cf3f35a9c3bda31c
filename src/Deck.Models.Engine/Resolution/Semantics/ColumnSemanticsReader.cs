using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Reads `granularity:`, `dimension:` and `entity:` of a column.</summary>
internal static class ColumnSemanticsReader
{
    public static bool IsWritten(YamlMapping column) =>
        column.TryFind("granularity", out _) || column.TryFind("dimension", out _) || column.TryFind("entity", out _);

    public static ColumnSemantics Read(SemanticYaml column)
    {
        string? granularity = column.Word("granularity", SemanticWords.Granularities);
        CheckGranularity(column, granularity);
        return new ColumnSemantics(granularity, Dimension(column), Entity(column));
    }

    private static void CheckGranularity(SemanticYaml column, string? granularity)
    {
        SemanticYaml? dimension = column.Child("dimension");
        string? type = (dimension is null ? column.Text("dimension") : dimension.Text("type"))?.ToLowerInvariant();
        if (granularity is null && (type == SemanticWords.Time || dimension?.Has("validity_params") == true))
        {
            column.Report(column.Wrong($"the column `{column.Name}` is a time dimension and so needs a `granularity`", "dimension").WithHint("write `granularity: day` beside `dimension`"));
        }
    }

    private static Value? Dimension(SemanticYaml column)
    {
        if (column.Child("dimension") is not { } written)
        {
            return Value.Of(column.Word("dimension", SemanticWords.DimensionTypes)) is { IsNone: false } word ? word : null;
        }

        DictValue dict = Common(column, written, Value.Of(written.Word("type", SemanticWords.DimensionTypes)));
        dict.Set("is_partition", Value.Of(written.Flag("is_partition")));
        dict.Set("validity_params", ElementReader.Validity(written) is { } validity
            ? new DictValue([new("is_start", Value.Of(validity.IsStart)), new("is_end", Value.Of(validity.IsEnd))])
            : Value.None);
        return dict;
    }

    private static Value? Entity(SemanticYaml column)
    {
        if (column.Child("entity") is not { } written)
        {
            return Value.Of(column.Word("entity", SemanticWords.EntityTypes)) is { IsNone: false } word ? word : null;
        }

        return Common(column, written, Value.Of(written.Word("type", SemanticWords.EntityTypes)));
    }

    /// <summary>Without a description of its own it has the column's; dbt leaves it a template here.</summary>
    private static DictValue Common(SemanticYaml column, SemanticYaml written, Value type) => new(
    [
        new("name", Value.Of(written.Text("name") ?? column.Name)),
        new("type", type),
        new("description", Value.Of(written.RawDescription is { Length: > 0 } own ? own : column.RawDescription)),
        new("label", Value.Of(written.Text("label"))),
        new("config", written.Config),
    ]);
}
