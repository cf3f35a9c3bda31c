namespace Deck.Models.Engine.Loading.Shapes;

/// <summary>The keys of semantic models, metrics, saved queries and time spines, in both of dbt's forms, as tables.</summary>
internal static class SemanticShapes
{
    private static readonly YamlShape Validity = new ShapeBuilder("`validity_params`").With(YamlShape.Boolean, "is_start is_end").Build();

    private static readonly YamlShape Percentiles = new ShapeBuilder("`agg_params`")
        .With(YamlShape.TextOrNumber, "percentile")
        .With(YamlShape.Boolean, "use_discrete_percentile use_approximate_percentile")
        .Build();

    private static readonly YamlShape Entity = new ShapeBuilder("an entity")
        .With(YamlShape.Text, "name! type! description label role expr")
        .With(YamlShape.AnyMapping, "config")
        .Build();

    private static readonly YamlShape Dimension = new ShapeBuilder("a dimension")
        .With(YamlShape.Text, "name! type! description label expr")
        .With(YamlShape.Boolean, "is_partition")
        .With(new ShapeBuilder("`type_params`").With(YamlShape.Text, "time_granularity!").With(Validity, "validity_params").Build(), "type_params")
        .With(YamlShape.AnyMapping, "config")
        .Build();

    private static readonly YamlShape Measure = new ShapeBuilder("a measure")
        .With(YamlShape.Text, "name! agg! description label agg_time_dimension")
        .With(YamlShape.Scalars, "expr")
        .With(YamlShape.Boolean, "create_metric")
        .With(Percentiles, "agg_params")
        .With(new ShapeBuilder("a non-additive dimension").With(YamlShape.Text, "name! window_choice!").With(YamlShape.Texts, "window_groupings").Build(), "non_additive_dimension")
        .With(YamlShape.AnyMapping, "config")
        .Build();

    private static readonly YamlShape InputMeasure = YamlShape.Either("a measure's name or a mapping", YamlShape.Text, new ShapeBuilder("an input measure")
        .With(YamlShape.Text, "name! alias")
        .With(YamlShape.TextOrTexts, "filter")
        .With(YamlShape.Boolean, "join_to_timespine")
        .With(YamlShape.Integer, "fill_nulls_with")
        .Build());

    private static readonly YamlShape InputMetric = YamlShape.Either("a metric's name or a mapping", YamlShape.Text, new ShapeBuilder("an input metric")
        .With(YamlShape.Text, "name! alias offset_window offset_to_grain")
        .With(YamlShape.TextOrTexts, "filter")
        .Build());

    private static readonly YamlShape ConstantProperties = YamlShape.List(
        new ShapeBuilder("a constant property").With(YamlShape.Text, "base_property! conversion_property!").Build());

    private static readonly YamlShape TypeParameters = new ShapeBuilder("`type_params`")
        .With(InputMeasure, "measure")
        .With(InputMetric, "numerator denominator")
        .With(YamlShape.Scalars, "expr")
        .With(YamlShape.Text, "window grain_to_date")
        .With(YamlShape.List(InputMetric), "metrics")
        .With(new ShapeBuilder("`conversion_type_params`")
            .With(InputMeasure, "base_measure! conversion_measure!")
            .With(YamlShape.Text, "entity! calculation window")
            .With(ConstantProperties, "constant_properties")
            .Build(), "conversion_type_params")
        .With(new ShapeBuilder("`cumulative_type_params`").With(YamlShape.Text, "window grain_to_date period_agg").Build(), "cumulative_type_params")
        .Build();

    private static readonly YamlShape Export = new ShapeBuilder("an export").With(YamlShape.Text, "name!").With(YamlShape.AnyMapping, "config").Build();

    /// <summary>A metric of the older form has `type_params`; one of the newer form has the keys themselves.</summary>
    public static YamlShape Metric { get; } = new ShapeBuilder("a metric")
        .With(YamlShape.Text, "name! type label description time_granularity agg percentile_type agg_time_dimension window grain_to_date period_agg entity calculation")
        .With(YamlShape.TextOrTexts, "filter tags")
        .With(YamlShape.AnyMapping, "meta config")
        .With(TypeParameters, "type_params")
        .With(YamlShape.Boolean, "hidden join_to_timespine")
        .With(YamlShape.TextOrNumber, "percentile expr")
        .With(YamlShape.Integer, "fill_nulls_with")
        .With(new ShapeBuilder("a non-additive dimension").With(YamlShape.Text, "name! window_agg!").With(YamlShape.Texts, "group_by").Build(), "non_additive_dimension")
        .With(InputMetric, "input_metric numerator denominator base_metric conversion_metric")
        .With(YamlShape.List(InputMetric), "input_metrics")
        .With(ConstantProperties, "constant_properties")
        .Build();

    public static YamlShape SemanticModel { get; } = new ShapeBuilder("a semantic model")
        .With(YamlShape.Text, "name! model! description label primary_entity")
        .With(new ShapeBuilder("`defaults`").With(YamlShape.Text, "agg_time_dimension").Build(), "defaults")
        .With(YamlShape.List(Entity), "entities")
        .With(YamlShape.List(Measure), "measures")
        .With(YamlShape.List(Dimension), "dimensions")
        .With(YamlShape.AnyMapping, "config")
        .Build();

    public static YamlShape SavedQuery { get; } = new ShapeBuilder("a saved query")
        .With(YamlShape.Text, "name! description label")
        .With(new ShapeBuilder("`query_params`")
            .With(YamlShape.Texts, "metrics group_by order_by")
            .With(YamlShape.TextOrTexts, "where")
            .With(YamlShape.Integer, "limit")
            .Build(), "query_params!")
        .With(YamlShape.List(Export), "exports")
        .With(YamlShape.TextOrTexts, "tags")
        .With(YamlShape.AnyMapping, "config")
        .Build();

    public static YamlShape TimeSpine { get; } = new ShapeBuilder("`time_spine`")
        .With(YamlShape.Text, "standard_granularity_column!")
        .With(YamlShape.List(new ShapeBuilder("a custom granularity").With(YamlShape.Text, "name! column_name").Build()), "custom_granularities")
        .Build();

    /// <summary>`semantic_model:` of a model.</summary>
    public static YamlShape OfModel { get; } = YamlShape.Either("true, false or a mapping", YamlShape.Boolean, new ShapeBuilder("`semantic_model`")
        .With(YamlShape.Text, "name group")
        .With(YamlShape.Boolean, "enabled")
        .With(YamlShape.AnyMapping, "config")
        .Build());

    /// <summary>`derived_semantics:` of a model.</summary>
    public static YamlShape Derived { get; } = new ShapeBuilder("`derived_semantics`")
        .With(YamlShape.List(new ShapeBuilder("a derived entity").With(YamlShape.Text, "name! type! expr! description label").With(YamlShape.AnyMapping, "config").Build()), "entities")
        .With(YamlShape.List(new ShapeBuilder("a derived dimension")
            .With(YamlShape.Text, "name! type! expr! description label granularity")
            .With(YamlShape.Boolean, "is_partition")
            .With(Validity, "validity_params")
            .With(YamlShape.AnyMapping, "config")
            .Build()), "dimensions")
        .Build();

    /// <summary>`dimension:` of a column.</summary>
    public static YamlShape ColumnDimension { get; } = YamlShape.Either("a type of dimension or a mapping", YamlShape.Text, new ShapeBuilder("a column's dimension")
        .With(YamlShape.Text, "type! name description label")
        .With(YamlShape.Boolean, "is_partition")
        .With(Validity, "validity_params")
        .With(YamlShape.AnyMapping, "config")
        .Build());

    /// <summary>`entity:` of a column.</summary>
    public static YamlShape ColumnEntity { get; } = YamlShape.Either("a type of entity or a mapping", YamlShape.Text, new ShapeBuilder("a column's entity")
        .With(YamlShape.Text, "type! name description label")
        .With(YamlShape.AnyMapping, "config")
        .Build());
}
