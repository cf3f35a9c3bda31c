using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Reads the parameters of a metric without `type_params:`, whose inputs are metrics and whose simple form aggregates a model's rows itself.</summary>
internal sealed class FlatMetricReader(SemanticYaml yaml, string type)
{
    /// <param name="written">The semantic model below whose model the metric is written, or null.</param>
    public MetricParameters Read(SemanticModelDraft? written)
    {
        SemanticModelDraft? model = type == SemanticWords.Simple && yaml.Has("agg") ? written : null;
        CheckAggregation(model);
        return new MetricParameters
        {
            Numerator = MetricReader.Input(yaml, "numerator"),
            Denominator = MetricReader.Input(yaml, "denominator"),
            Expression = yaml.Text("expr"),
            Window = yaml.Window("window"),
            Metrics = MetricReader.Inputs(yaml, "input_metrics"),
            Conversion = type == SemanticWords.Conversion ? Conversion() : null,
            Cumulative = type == SemanticWords.Cumulative ? Cumulative() : null,
            SemanticModel = model?.Name,
            Aggregation = model is null ? null : Aggregation(model),
            JoinsToTimeSpine = yaml.Flag("join_to_timespine"),
            IsPrivate = yaml.Flag("hidden"),
        };
    }

    private void CheckAggregation(SemanticModelDraft? model)
    {
        if (type == SemanticWords.Simple && !yaml.Has("agg"))
        {
            yaml.Report(Malformed($"the simple metric `{yaml.Name}` needs the key `agg`, or `type_params` with a measure"));
        }
        else if (model is null && yaml.Has("agg"))
        {
            yaml.Report(type == SemanticWords.Simple
                ? Malformed($"the metric `{yaml.Name}` has an `agg`, but belongs to no semantic model").WithHint("write it under `metrics:` of a model with `semantic_model: true`")
                : Malformed($"the {type} metric `{yaml.Name}` cannot have an `agg`, which only simple metrics have"));
        }
    }

    private Aggregation Aggregation(SemanticModelDraft model)
    {
        string? percentiles = yaml.Text("percentile_type")?.ToLowerInvariant();
        return new Aggregation
        {
            Function = yaml.Word("agg", SemanticWords.Aggregations) ?? "",
            Percentile = new PercentileParameters(yaml.Value("percentile"), percentiles == "discrete", percentiles == "continuous"),
            NonAdditive = ElementReader.NonAdditive(yaml, "window_agg", "group_by"),
            TimeDimension = yaml.Text("agg_time_dimension") ?? model.Definition.DefaultTimeDimension,
        };
    }

    private ConversionParameters Conversion() => new()
    {
        Entity = yaml.Text("entity") ?? "",
        BaseMetric = MetricReader.Input(yaml, "base_metric"),
        ConversionMetric = MetricReader.Input(yaml, "conversion_metric"),
        Calculation = yaml.Word("calculation", SemanticWords.Calculations) ?? SemanticWords.Calculations[0],
        Window = yaml.Window("window"),
        ConstantProperties = MetricReader.Constants(yaml),
    };

    private CumulativeParameters Cumulative() => new()
    {
        Window = yaml.Window("window"),
        GrainToDate = yaml.Text("grain_to_date"),
        PeriodAggregation = yaml.Word("period_agg", SemanticWords.PeriodAggregations) ?? SemanticWords.PeriodAggregations[0],
        Metric = MetricReader.Input(yaml, "input_metric"),
    };

    private Diagnostic Malformed(string message) => Diagnostic.Error(ResolutionCodes.MalformedMetric, message, yaml.PlaceOf("name"));
}
