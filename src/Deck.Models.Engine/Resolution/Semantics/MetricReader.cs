using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Reads a metric in either of dbt's forms: with `type_params:`, or with the same keys beside `type:`.</summary>
internal static class MetricReader
{
    /// <param name="model">The semantic model below whose model the metric is written, or null.</param>
    public static MetricDefinition Read(SemanticYaml yaml, SemanticModelDraft? model)
    {
        string type = yaml.Word("type", SemanticWords.MetricTypes) ?? SemanticWords.Simple;
        bool isNested = yaml.Has("type_params");
        if (isNested && !yaml.Has("label"))
        {
            yaml.Report(yaml.Wrong($"the metric `{yaml.Name}` needs the key `label`, as every metric with `type_params`", "name"));
        }

        MetricDefinition definition = new()
        {
            Label = yaml.Text("label") ?? yaml.Name,
            Type = type,
            Parameters = isNested ? new NestedMetricReader(yaml, type).Read() : new FlatMetricReader(yaml, type).Read(model),
            Filter = yaml.Filters("filter"),
            TimeGranularity = yaml.Text("time_granularity"),
        };
        if (MissingPart(definition, isNested) is { } part)
        {
            yaml.Report(Diagnostic.Error(ResolutionCodes.MalformedMetric, $"the {type} metric `{yaml.Name}` needs {part}", yaml.PlaceOf("name")));
        }

        return definition;
    }

    public static MetricInput? Input(SemanticYaml yaml, string key) => yaml.Node(key) is { } node ? InputOf(yaml, node) : null;

    public static ImmutableArray<MetricInput> Inputs(SemanticYaml yaml, string key) => [.. yaml.Nodes(key).Select(n => InputOf(yaml, n))];

    public static ImmutableArray<ConstantProperty>? Constants(SemanticYaml yaml) => yaml.Has("constant_properties")
        ? [.. yaml.Items("constant_properties").Select(c => new ConstantProperty(c.Text("base_property") ?? "", c.Text("conversion_property") ?? ""))]
        : null;

    /// <summary>What a metric of a type cannot do without, in the form in which it is written; null where nothing is missing.</summary>
    private static string? MissingPart(MetricDefinition metric, bool isNested)
    {
        MetricParameters parameters = metric.Parameters;
        return (metric.Type, isNested) switch
        {
            (SemanticWords.Simple or SemanticWords.Cumulative, true) when parameters.Measure is null => "a `measure` in its `type_params`",
            (SemanticWords.Cumulative, false) when parameters.Cumulative?.Metric is null => "the key `input_metric`",
            (SemanticWords.Ratio, _) when parameters.Numerator is null || parameters.Denominator is null => "a `numerator` and a `denominator`",
            (SemanticWords.Derived, true) when parameters.Metrics.IsEmpty => "`metrics` in its `type_params`",
            (SemanticWords.Derived, false) when parameters.Metrics.IsEmpty => "the key `input_metrics`",
            (SemanticWords.Conversion, true) when parameters.Conversion is null => "`conversion_type_params` in its `type_params`",
            (SemanticWords.Conversion, false) when parameters.Conversion is not { BaseMetric: not null, ConversionMetric: not null, Entity.Length: > 0 } =>
                "the keys `base_metric`, `conversion_metric` and `entity`",
            _ => null,
        };
    }

    private static MetricInput InputOf(SemanticYaml yaml, YamlNode node)
    {
        if (node is not YamlMapping mapping)
        {
            return new MetricInput { Name = yaml.Render(node), Location = node.Location };
        }

        SemanticYaml input = yaml.Of(mapping);
        return new MetricInput
        {
            Name = input.Name,
            Filter = input.Filters("filter"),
            Alias = input.Text("alias"),
            OffsetWindow = input.Window("offset_window"),
            OffsetToGrain = input.Text("offset_to_grain"),
            Location = input.PlaceOf("name"),
        };
    }
}
