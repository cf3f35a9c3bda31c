using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Resolution.Semantics;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>A semantic model as dbt's dict.</summary>
internal static class SemanticModelDict
{
    public static FieldsValue Of(SemanticModelNode model)
    {
        SemanticModelDefinition definition = model.Definition;
        FieldsValue dict = FieldsValue.Of(model, NodeFields.AddNamed);
        dict.Add("model", definition.Model);
        dict.Add("node_relation", RelationOf(model.Relation));
        dict.Add("description", definition.Description);
        dict.Add("label", definition.Label);
        dict.Add("defaults", definition.HasDefaults ? new FieldsValue([new("agg_time_dimension", Value.Of(definition.DefaultTimeDimension))]) : (Value)Value.None);
        dict.Add("entities", Value.List(definition.Entities.Select(EntityOf)));
        dict.Add("measures", Value.List(definition.Measures.Select(MeasureOf)));
        dict.Add("dimensions", Value.List(definition.Dimensions.Select(DimensionOf)));
        dict.Add("metadata", Value.None);
        NodeFields.AddDependsOn(dict, model);
        NodeFields.AddRefs(dict, model);
        dict.Add("config", new FieldsValue(model.Config.SharedValues));
        dict.Add("unrendered_config", model.Origin.UnrenderedConfig);
        dict.Add("primary_entity", definition.PrimaryEntity);
        dict.Add("group", model.Config.GetText("group"));
        return dict;
    }

    /// <summary>A relation with the keys of the semantic layer.</summary>
    public static Value RelationOf(RelationName? relation) => relation is null ? Value.None : new FieldsValue(
    [
        new("alias", Value.Of(relation.Identifier)),
        new("schema_name", Value.Of(relation.Schema)),
        new("database", Value.Of(relation.Database)),
        new("relation_name", Value.Of(relation.Quoted)),
    ]);

    /// <summary>dbt's `agg_params`.</summary>
    public static Value PercentileOf(PercentileParameters? percentile) => percentile is null ? Value.None : new FieldsValue(
    [
        new("percentile", percentile.Percentile ?? Value.None),
        new("use_discrete_percentile", Value.Of(percentile.IsDiscrete)),
        new("use_approximate_percentile", Value.Of(percentile.IsApproximate)),
    ]);

    public static Value NonAdditiveOf(NonAdditiveDimension? dimension) => dimension is null ? Value.None : new FieldsValue(
    [
        new("name", Value.Of(dimension.Name)),
        new("window_choice", Value.Of(dimension.WindowChoice)),
        new("window_groupings", NodeFields.Texts(dimension.WindowGroupings)),
    ]);

    private static FieldsValue EntityOf(SemanticEntity entity) => new(
    [
        new("name", Value.Of(entity.Name)),
        new("type", Value.Of(entity.Type)),
        new("description", Value.Of(entity.Description)),
        new("label", Value.Of(entity.Label)),
        new("role", Value.Of(entity.Role)),
        new("expr", Value.Of(entity.Expression)),
        new("config", ConfigOf(entity.Meta)),
    ]);

    private static FieldsValue MeasureOf(SemanticMeasure measure) => new(
    [
        new("name", Value.Of(measure.Name)),
        new("agg", Value.Of(measure.Aggregation.Function)),
        new("description", Value.Of(measure.Description)),
        new("label", Value.Of(measure.Label)),
        // dbt makes the metric and forgets that it was asked for.
        new("create_metric", Value.Of(false)),
        new("expr", Value.Of(measure.Expression)),
        new("agg_params", PercentileOf(measure.Aggregation.Percentile)),
        new("non_additive_dimension", NonAdditiveOf(measure.Aggregation.NonAdditive)),
        new("agg_time_dimension", Value.Of(measure.Aggregation.TimeDimension)),
        new("config", ConfigOf(measure.Meta)),
    ]);

    private static FieldsValue DimensionOf(SemanticDimension dimension) => new(
    [
        new("name", Value.Of(dimension.Name)),
        new("type", Value.Of(dimension.Type)),
        new("description", Value.Of(dimension.Description)),
        new("label", Value.Of(dimension.Label)),
        new("is_partition", Value.Of(dimension.IsPartition)),
        new("type_params", ParametersOf(dimension)),
        new("expr", Value.Of(dimension.Expression)),
        new("metadata", Value.None),
        new("config", ConfigOf(dimension.Meta)),
    ]);

    private static Value ParametersOf(SemanticDimension dimension) => dimension.Granularity is not { } granularity ? Value.None : new FieldsValue(
    [
        new("time_granularity", Value.Of(granularity)),
        new("validity_params", dimension.Validity is not { } validity ? Value.None : new FieldsValue(
        [
            new("is_start", Value.Of(validity.IsStart)), new("is_end", Value.Of(validity.IsEnd)),
        ])),
    ]);

    private static FieldsValue ConfigOf(DictValue meta) => new([new("meta", meta)]);
}
