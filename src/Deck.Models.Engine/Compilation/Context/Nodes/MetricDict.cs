using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Resolution.Semantics;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>A metric as dbt's dict.</summary>
internal static class MetricDict
{
    public static FieldsValue Of(MetricNode metric)
    {
        MetricDefinition definition = metric.Definition;
        FieldsValue dict = FieldsValue.Of(metric, NodeFields.AddNamed);
        dict.Add("description", metric.Description);
        dict.Add("label", definition.Label);
        dict.Add("type", definition.Type);
        dict.Add("type_params", ParametersOf(metric));
        dict.Add("filter", FiltersOf(definition.Filter));
        dict.Add("metadata", Value.None);
        dict.Add("time_granularity", definition.TimeGranularity);
        dict.Add("config", new FieldsValue(metric.Config.SharedValues));
        dict.Add("unrendered_config", metric.Origin.UnrenderedConfig);
        dict.Add("sources", Value.List());
        NodeFields.AddDependsOn(dict, metric);
        dict.Add("refs", Value.List());
        dict.Add("metrics", Value.List());
        dict.Add("group", metric.Config.GetText("group"));
        dict.Add("meta", metric.Meta);
        dict.Add("tags", metric.Tags);
        return dict;
    }

    /// <summary>`where_filters` of dbt, or None where there is no condition.</summary>
    public static Value FiltersOf(WhereFilters? filters) => filters is null ? Value.None : new FieldsValue(
    [
        new("where_filters", Value.List(filters.Texts.Select(t => new FieldsValue([new("where_sql_template", Value.Of(t))])))),
    ]);

    private static FieldsValue ParametersOf(MetricNode metric)
    {
        MetricParameters parameters = metric.Definition.Parameters;
        return new FieldsValue(
        [
            new("measure", MeasureOf(parameters.Measure)),
            new("input_measures", Value.List(metric.InputMeasures.Select(MeasureOf))),
            new("numerator", InputOf(parameters.Numerator)),
            new("denominator", InputOf(parameters.Denominator)),
            new("expr", Value.Of(parameters.Expression)),
            new("window", WindowOf(parameters.Window)),
            new("grain_to_date", Value.Of(parameters.GrainToDate)),
            new("metrics", Value.List(parameters.Metrics.Select(InputOf))),
            new("conversion_type_params", ConversionOf(parameters.Conversion)),
            new("cumulative_type_params", CumulativeOf(parameters.Cumulative)),
            new("metric_aggregation_params", AggregationOf(parameters)),
            new("fill_nulls_with", Value.None),
            new("join_to_timespine", Value.Of(parameters.JoinsToTimeSpine)),
            new("is_private", parameters.IsPrivate is { } isPrivate ? Value.Of(isPrivate) : Value.None),
        ]);
    }

    private static Value MeasureOf(MetricInputMeasure? measure) => measure is null ? Value.None : new FieldsValue(
    [
        new("name", Value.Of(measure.Name)),
        new("filter", FiltersOf(measure.Filter)),
        new("alias", Value.Of(measure.Alias)),
        new("join_to_timespine", Value.Of(measure.JoinsToTimeSpine)),
        new("fill_nulls_with", measure.FillNullsWith ?? Value.None),
    ]);

    private static Value InputOf(MetricInput? input) => input is null ? Value.None : new FieldsValue(
    [
        new("name", Value.Of(input.Name)),
        new("filter", FiltersOf(input.Filter)),
        new("alias", Value.Of(input.Alias)),
        new("offset_window", WindowOf(input.OffsetWindow)),
        new("offset_to_grain", Value.Of(input.OffsetToGrain)),
    ]);

    private static Value WindowOf(MetricTimeWindow? window) => window is null ? Value.None : new FieldsValue(
    [
        new("count", Value.Of(window.Count)), new("granularity", Value.Of(window.Granularity)),
    ]);

    private static Value ConversionOf(ConversionParameters? conversion) => conversion is null ? Value.None : new FieldsValue(
    [
        new("entity", Value.Of(conversion.Entity)),
        new("base_measure", MeasureOf(conversion.BaseMeasure)),
        new("conversion_measure", MeasureOf(conversion.ConversionMeasure)),
        new("base_metric", InputOf(conversion.BaseMetric)),
        new("conversion_metric", InputOf(conversion.ConversionMetric)),
        new("calculation", Value.Of(conversion.Calculation)),
        new("window", WindowOf(conversion.Window)),
        new("constant_properties", conversion.ConstantProperties is not { } constants ? Value.None : Value.List(constants.Select(c => new FieldsValue(
        [
            new("base_property", Value.Of(c.BaseProperty)), new("conversion_property", Value.Of(c.ConversionProperty)),
        ])))),
    ]);

    private static Value CumulativeOf(CumulativeParameters? cumulative) => cumulative is null ? Value.None : new FieldsValue(
    [
        new("window", WindowOf(cumulative.Window)),
        new("grain_to_date", Value.Of(cumulative.GrainToDate)),
        new("period_agg", Value.Of(cumulative.PeriodAggregation)),
        new("metric", InputOf(cumulative.Metric)),
    ]);

    private static Value AggregationOf(MetricParameters parameters) => parameters.Aggregation is not { } aggregation ? Value.None : new FieldsValue(
    [
        new("semantic_model", Value.Of(parameters.SemanticModel)),
        new("agg", Value.Of(aggregation.Function)),
        new("agg_params", SemanticModelDict.PercentileOf(aggregation.Percentile)),
        new("agg_time_dimension", Value.Of(aggregation.TimeDimension)),
        new("non_additive_dimension", SemanticModelDict.NonAdditiveOf(aggregation.NonAdditive)),
    ]);
}
