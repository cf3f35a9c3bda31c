using System.Globalization;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Checks that the measures of one semantic model can be aggregated.</summary>
internal static class MeasureCheck
{
    public static IEnumerable<Diagnostic> Find(SemanticModelNode model) => model.Definition.Measures.SelectMany(m => Find(m, model));

    private static IEnumerable<Diagnostic> Find(SemanticMeasure measure, SemanticModelNode model) =>
    [
        .. FindTime(measure, model),
        .. FindCount(measure),
        .. FindPercentile(measure),
        .. measure.Aggregation.NonAdditive is { } dimension ? FindNonAdditive(measure, dimension, model) : [],
    ];

    private static IEnumerable<Diagnostic> FindTime(SemanticMeasure measure, SemanticModelNode model)
    {
        SemanticModelDefinition definition = model.Definition;
        if (definition.TimeDimensionOf(measure.Aggregation) is not { } time)
        {
            yield return Unfit($"measure `{measure.Name}` has no time dimension to be aggregated by", measure.Location)
                .WithHint($"give it an `agg_time_dimension`, or `{model.Name}` one in its `defaults`");
        }
        else if (measure.Aggregation.TimeDimension is not null && !definition.HasTimeDimension(time))
        {
            yield return Unfit($"the `agg_time_dimension` of measure `{measure.Name}` is `{time}`, which is no time dimension of `{model.Name}`", measure.Location)
                .WithHint(Spelling.DidYouMean(time, definition.Dimensions.Where(d => d.IsTime).Select(d => d.Name)));
        }
    }

    private static IEnumerable<Diagnostic> FindCount(SemanticMeasure measure)
    {
        if (measure.Aggregation.Function != "count")
        {
            yield break;
        }

        if (measure.Expression is null)
        {
            yield return Unfit($"measure `{measure.Name}` counts and so needs an `expr`", measure.Location).WithHint("write `expr: 1` to count all rows");
        }
        else if (measure.Expression.StartsWith("distinct ", StringComparison.OrdinalIgnoreCase))
        {
            yield return Unfit($"measure `{measure.Name}` counts what is distinct", measure.Location).WithHint("write `agg: count_distinct` and no `distinct` in the `expr`");
        }
    }

    private static IEnumerable<Diagnostic> FindPercentile(SemanticMeasure measure)
    {
        (string function, PercentileParameters? parameters) = (measure.Aggregation.Function, measure.Aggregation.Percentile);
        double? percentile = parameters?.Percentile is { } written
            && double.TryParse(written.ToText(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
        if (function == "percentile" && percentile is not (> 0 and < 1))
        {
            yield return Unfit($"measure `{measure.Name}` needs a percentile between 0 and 1", measure.Location).WithHint("write `agg_params: {percentile: 0.65}`");
        }
        else if (function == "median" && ((percentile is { } other && other != 0.5) || parameters is { IsDiscrete: true }))
        {
            yield return Unfit($"measure `{measure.Name}` is a median and can have no other percentile", measure.Location).WithHint("leave out `agg_params`, or write `agg: percentile`");
        }
        else if (function is not ("percentile" or "median") && (percentile is not (null or 0) || parameters is { IsDiscrete: true } or { IsApproximate: true }))
        {
            yield return Unfit($"measure `{measure.Name}` has `agg_params`, which the aggregation `{function}` does not take", measure.Location);
        }
    }

    private static IEnumerable<Diagnostic> FindNonAdditive(SemanticMeasure measure, NonAdditiveDimension written, SemanticModelNode model)
    {
        SemanticModelDefinition definition = model.Definition;
        string? granularity = definition.FindDimension(definition.TimeDimensionOf(measure.Aggregation) ?? "")?.Granularity;
        if (definition.FindDimension(written.Name) is not { } dimension)
        {
            yield return Unfit($"the non-additive dimension `{written.Name}` of measure `{measure.Name}` is no dimension of `{model.Name}`", written.Location)
                .WithHint(Spelling.DidYouMean(written.Name, definition.Dimensions.Select(d => d.Name)));
        }
        else if (!dimension.IsTime)
        {
            yield return Unfit($"the non-additive dimension `{written.Name}` of measure `{measure.Name}` is categorical; it must be a time dimension", written.Location);
        }
        else if (dimension.Granularity is { } own && granularity is not null && own != granularity)
        {
            yield return Unfit($"the non-additive dimension `{written.Name}` has the granularity `{own}`, and measure `{measure.Name}` is aggregated by `{granularity}`", written.Location);
        }

        if (written.WindowChoice is not ("min" or "max"))
        {
            yield return Unfit($"`window_choice` of measure `{measure.Name}` can be `min` or `max`", written.Location);
        }

        foreach (string entity in written.WindowGroupings.Where(g => definition.Entities.All(e => e.Name != g)))
        {
            yield return Unfit($"`{entity}` in the `window_groupings` of measure `{measure.Name}` is no entity of `{model.Name}`", written.Location)
                .WithHint(Spelling.DidYouMean(entity, definition.Entities.Select(e => e.Name)));
        }
    }

    private static Diagnostic Unfit(string message, Location place) => Diagnostic.Error(ResolutionCodes.UnfitSemanticModel, message, place);
}
