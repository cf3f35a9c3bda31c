using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Resolution.Semantics;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>A saved query as dbt's dict.</summary>
internal static class SavedQueryDict
{
    public static FieldsValue Of(SavedQueryNode query)
    {
        SavedQueryDefinition definition = query.Definition;
        FieldsValue dict = FieldsValue.Of(query, NodeFields.AddNamed);
        dict.Add("query_params", new FieldsValue(
        [
            new("metrics", NodeFields.Texts(definition.Metrics.Select(m => m.Text))),
            new("group_by", NodeFields.Texts(definition.GroupBy.Select(g => g.Text))),
            new("where", MetricDict.FiltersOf(definition.Where)),
            new("order_by", NodeFields.Texts(definition.OrderBy.Select(o => o.Text))),
            new("limit", definition.Limit ?? Value.None),
        ]));
        dict.Add("exports", Value.List(definition.Exports.Select(ExportOf)));
        dict.Add("description", definition.Description);
        dict.Add("label", definition.Label);
        dict.Add("metadata", Value.None);
        dict.Add("config", new FieldsValue(query.Config.SharedValues));
        dict.Add("unrendered_config", query.Origin.UnrenderedConfig);
        dict.Add("group", query.Config.GetText("group"));
        NodeFields.AddDependsOn(dict, query);
        dict.Add("refs", Value.List());
        dict.Add("tags", query.Tags);
        return dict;
    }

    private static FieldsValue ExportOf(SavedQueryExport export) => new(
    [
        new("name", Value.Of(export.Name)),
        new("config", new FieldsValue(
        [
            new("export_as", Value.Of(export.ExportAs)),
            new("schema_name", Value.Of(export.Relation.Schema)),
            new("alias", Value.Of(export.Relation.Identifier)),
            new("database", Value.Of(export.Relation.Database)),
        ])),
        new("unrendered_config", export.Written),
    ]);
}
