using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Checks a conversion metric: both events are counted, and have the entity and the properties in common.</summary>
internal static class ConversionCheck
{
    public static IEnumerable<Diagnostic> Find(MetricNode metric, SemanticIndex index)
    {
        if (metric.Definition is not { Type: SemanticWords.Conversion, Parameters.Conversion: { } conversion })
        {
            return [];
        }

        Event first = new("base", conversion.BaseMeasure, conversion.BaseMetric);
        Event second = new("conversion", conversion.ConversionMeasure, conversion.ConversionMetric);
        return
        [
            .. FindInput(first, metric, index),
            .. FindInput(second, metric, index),
            .. FindShared(conversion, metric, ModelOf(first, index), ModelOf(second, index)),
            .. MetricCheck.FindWindow(conversion.Window, metric, index),
        ];
    }

    /// <summary>An input must count something; conditions on the second event are not carried out yet.</summary>
    private static IEnumerable<Diagnostic> FindInput(Event input, MetricNode metric, SemanticIndex index)
    {
        (string? function, string? expression, WhereFilters? filter, Location? place) = (null as string, null as string, null as WhereFilters, null as Location);
        if (input.Measure is { } used && index.FindMeasure(used.Name) is { } measure)
        {
            (function, expression, filter, place) = (measure.Aggregation.Function, measure.Expression, used.Filter, used.Location);
        }
        else if (input.Metric is { } named && index.FindMetric(named.Name) is { } counted)
        {
            MetricParameters parameters = counted.Definition.Parameters;
            (function, expression, filter, place) = (parameters.Aggregation?.Function, parameters.Expression, named.Filter, named.Location);
            if (counted.Definition.Type != SemanticWords.Simple || function is null)
            {
                yield return Unfit($"the {input.Kind} metric `{named.Name}` of metric `{metric.Name}` is no simple metric with an aggregation of its own", named.Location);
                yield break;
            }
        }

        if (function is not (null or "count" or "count_distinct") && !(function == "sum" && expression == "1"))
        {
            yield return Unfit($"the {input.Kind} input of metric `{metric.Name}` is aggregated by `{function}`; it must be `count`, `count_distinct` or a `sum` of 1", place ?? metric.Location);
        }

        if (filter is not null && input.Kind == "conversion")
        {
            yield return Diagnostic.Warning(ResolutionCodes.UnfitMetric, $"the semantic layer does not fully support a filter on the conversion input of metric `{metric.Name}`", place ?? metric.Location);
        }
    }

    private static IEnumerable<Diagnostic> FindShared(ConversionParameters conversion, MetricNode metric, SemanticModelNode? first, SemanticModelNode? second)
    {
        foreach (SemanticModelNode model in new[] { first, second }.OfType<SemanticModelNode>().Distinct().Where(m => m.Definition.Entities.All(e => e.Name != conversion.Entity)))
        {
            yield return Unfit($"the entity `{conversion.Entity}` of metric `{metric.Name}` is none of semantic model `{model.Name}`", metric.Location)
                .WithHint(Spelling.DidYouMean(conversion.Entity, model.Definition.Entities.Select(e => e.Name)));
        }

        foreach ((SemanticModelNode? model, string property) in (conversion.ConstantProperties ?? []).SelectMany(p => new[] { (first, p.BaseProperty), (second, p.ConversionProperty) }))
        {
            string[] known = [.. model is null ? [] : model.Definition.Entities.Select(e => e.Name).Concat(model.Definition.Dimensions.Select(d => d.Name))];
            if (model is not null && !known.Contains(property))
            {
                yield return Unfit($"the constant property `{property}` of metric `{metric.Name}` is neither a dimension nor an entity of `{model.Name}`", metric.Location)
                    .WithHint(Spelling.DidYouMean(property, known));
            }
        }
    }

    private static SemanticModelNode? ModelOf(Event input, SemanticIndex index) => input.Measure is { } measure
        ? index.ModelOfMeasure(measure.Name)
        : index.FindModel(index.FindMetric(input.Metric?.Name ?? "")?.Definition.Parameters.SemanticModel);

    private static Diagnostic Unfit(string message, Location place) => Diagnostic.Error(ResolutionCodes.UnfitMetric, message, place);

    /// <summary>One of the two events: a measure, or a metric in the newer form.</summary>
    private sealed record Event(string Kind, MetricInputMeasure? Measure, MetricInput? Metric);
}
