using System.Collections.Immutable;
using System.Text.Json;
using Deck.Models.Engine.Compilation.Context.Nodes;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Resolution.Semantics;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>semantic_manifest.json: what dbt's semantic layer reads, a choice of the keys that manifest.json has.</summary>
public static class SemanticManifestArtifact
{
    public const string FileName = "semantic_manifest.json";

    private static readonly ImmutableArray<string> ModelKeys =
        ["name", "defaults", "description", "node_relation", "primary_entity", "entities", "measures", "dimensions", "label", "metadata"];

    private static readonly ImmutableArray<string> MetricKeys = ["name", "description", "type", "type_params", "filter", "metadata", "label", "time_granularity"];

    private static readonly ImmutableArray<string> QueryKeys = ["name", "query_params", "description", "metadata", "label", "tags"];

    public static void Write(Stream stream, Manifest manifest)
    {
        using Utf8JsonWriter json = new(stream, NodeTexts.Options);
        json.WriteStartObject();
        Write(json, "semantic_models", manifest.Nodes.OfType<SemanticModelNode>().Select(ModelOf));
        Write(json, "metrics", manifest.Nodes.OfType<MetricNode>().Select(MetricOf));
        json.WritePropertyName("project_configuration");
        JsonValues.Write(json, ConfigurationOf(manifest));
        Write(json, "saved_queries", manifest.Nodes.OfType<SavedQueryNode>().Select(QueryOf));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<FieldsValue> values)
    {
        json.WriteStartArray(name);
        foreach (FieldsValue value in values)
        {
            JsonValues.Write(json, value);
        }

        json.WriteEndArray();
    }

    private static FieldsValue ModelOf(SemanticModelNode model)
    {
        FieldsValue chosen = Choose(SemanticModelDict.Of(model), ModelKeys);
        foreach (string elements in (ReadOnlySpan<string>)["entities", "measures"])
        {
            chosen.Set(elements, Value.List(((ListValue)chosen.Find(elements)).Items.Cast<FieldsValue>().Select(WithMetadata)));
        }

        chosen.Add("config", MetaOf(model.Config));
        return chosen;
    }

    private static FieldsValue WithMetadata(FieldsValue element)
    {
        element.Set("metadata", Value.None);
        return element;
    }

    /// <summary>Granularities are in lower case here.</summary>
    private static FieldsValue MetricOf(MetricNode metric)
    {
        FieldsValue chosen = Choose(MetricDict.Of(metric), MetricKeys);
        FieldsValue parameters = (FieldsValue)chosen.Find("type_params");
        foreach (FieldsValue input in ((ListValue)parameters.Find("metrics")).Items.OfType<FieldsValue>())
        {
            Lower(input, "offset_to_grain");
        }

        if (parameters.Find("cumulative_type_params") is FieldsValue cumulative)
        {
            Lower(cumulative, "grain_to_date");
        }

        chosen.Add("config", MetaOf(metric.Config));
        return chosen;
    }

    private static void Lower(FieldsValue fields, string key)
    {
        if (fields.Find(key) is StringValue text)
        {
            fields.Set(key, Value.Of(text.Text.ToLowerInvariant()));
        }
    }

    private static FieldsValue QueryOf(SavedQueryNode query)
    {
        FieldsValue chosen = Choose(SavedQueryDict.Of(query), QueryKeys);
        chosen.Add("exports", Value.List(query.Definition.Exports.Select(e => new FieldsValue(
        [
            new("name", Value.Of(e.Name)),
            new("config", new FieldsValue(
            [
                new("export_as", Value.Of(e.ExportAs)), new("schema_name", Value.Of(e.Relation.Schema)), new("alias", Value.Of(e.Relation.Identifier)),
            ])),
        ]))));
        return chosen;
    }

    private static FieldsValue ConfigurationOf(Manifest manifest)
    {
        ModelNode? legacy = TimeSpines.FindLegacy(manifest);
        return new FieldsValue(
        [
            new("time_spine_table_configurations", Value.List(legacy is null ? [] : [LegacyOf(legacy)])),
            new("metadata", Value.None),
            // The release of the semantic layer whose form this is.
            new("dsi_package_version", new FieldsValue([new("major_version", Value.Of("0")), new("minor_version", Value.Of("211")), new("patch_version", Value.Of("0"))])),
            new("time_spines", Value.List(TimeSpines.Of(manifest).Select(SpineOf))),
        ]);
    }

    private static FieldsValue LegacyOf(ModelNode model) => new(
    [
        new("location", Value.Of(model.Relation?.Quoted)), new("column_name", Value.Of("date_day")), new("grain", Value.Of("day")),
    ]);

    private static FieldsValue SpineOf(TimeSpineModel spine) => new(
    [
        new("node_relation", SemanticModelDict.RelationOf(spine.Model.Relation)),
        new("primary_column", new FieldsValue([new("name", Value.Of(spine.Spine.StandardColumn)), new("time_granularity", Value.Of(spine.Granularity))])),
        new("custom_granularities", Value.List(spine.Spine.CustomGranularities.Select(g => new FieldsValue(
        [
            new("name", Value.Of(g.Name)), new("column_name", Value.Of(g.ColumnName)),
        ])))),
    ]);

    private static FieldsValue Choose(FieldsValue all, ImmutableArray<string> keys) => new(keys.Select(k => KeyValuePair.Create(k, all.Find(k))));

    private static FieldsValue MetaOf(NodeConfig config) => new([new("meta", config.TryGet("meta", out Value? meta) ? meta : new DictValue())]);
}
