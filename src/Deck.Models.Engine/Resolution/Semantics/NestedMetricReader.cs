using Deck.Models.Engine.Loading.Yaml;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Reads `type_params:` of a metric, whose inputs are measures.</summary>
internal sealed class NestedMetricReader(SemanticYaml metric, string type)
{
    private readonly SemanticYaml yaml = metric.Child("type_params") ?? metric;

    public MetricParameters Read() => new()
    {
        Measure = Measure(yaml, "measure"),
        Numerator = MetricReader.Input(yaml, "numerator"),
        Denominator = MetricReader.Input(yaml, "denominator"),
        Expression = yaml.Text("expr"),
        Window = yaml.Window("window"),
        GrainToDate = yaml.Word("grain_to_date", SemanticWords.Granularities),
        Metrics = MetricReader.Inputs(yaml, "metrics"),
        Conversion = yaml.Child("conversion_type_params") is { } conversion ? Conversion(conversion) : null,
        Cumulative = type == SemanticWords.Cumulative ? Cumulative(yaml.Child("cumulative_type_params")) : null,
    };

    private static ConversionParameters Conversion(SemanticYaml yaml) => new()
    {
        Entity = yaml.Text("entity") ?? "",
        BaseMeasure = Measure(yaml, "base_measure"),
        ConversionMeasure = Measure(yaml, "conversion_measure"),
        Calculation = yaml.Word("calculation", SemanticWords.Calculations) ?? SemanticWords.Calculations[0],
        Window = yaml.Window("window"),
        ConstantProperties = MetricReader.Constants(yaml),
    };

    /// <summary>`window` and `grain_to_date` of the older places count where the newer ones are empty.</summary>
    private CumulativeParameters Cumulative(SemanticYaml? nested) => new()
    {
        Window = nested?.Window("window") ?? yaml.Window("window"),
        GrainToDate = nested?.Text("grain_to_date") ?? yaml.Text("grain_to_date"),
        PeriodAggregation = nested?.Word("period_agg", SemanticWords.PeriodAggregations) ?? SemanticWords.PeriodAggregations[0],
    };

    private static MetricInputMeasure? Measure(SemanticYaml yaml, string key)
    {
        switch (yaml.Node(key))
        {
            case null:
                return null;
            case YamlMapping mapping:
                SemanticYaml input = yaml.Of(mapping);
                return new MetricInputMeasure
                {
                    Name = input.Name,
                    Filter = input.Filters("filter"),
                    Alias = input.Text("alias"),
                    JoinsToTimeSpine = input.Flag("join_to_timespine"),
                    FillNullsWith = input.Value("fill_nulls_with"),
                    Location = input.PlaceOf("name"),
                };
            case { } name:
                return new MetricInputMeasure { Name = yaml.Render(name), Location = name.Location };
        }
    }
}
