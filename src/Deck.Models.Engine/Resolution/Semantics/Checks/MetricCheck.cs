using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Checks one metric: its time windows, what it is derived from, and its expression.</summary>
internal static class MetricCheck
{
    private const string NestedParameters = "require_nested_cumulative_type_params";

    public static IEnumerable<Diagnostic> Find(MetricNode metric, SemanticIndex index) => metric.Definition.Type switch
    {
        SemanticWords.Cumulative => [.. FindOldPlaces(metric, index), .. FindCumulative(metric, index)],
        SemanticWords.Derived => [.. FindOldPlaces(metric, index), .. FindExpression(metric), .. metric.Definition.Parameters.Metrics.SelectMany(i => FindInput(i, metric, index))],
        SemanticWords.Simple => [.. FindOldPlaces(metric, index), .. FindSimple(metric, index)],
        _ => FindOldPlaces(metric, index),
    };

    /// <summary>A window that is too long, or of a granularity that does not exist or is the project's own where only dbt's are allowed.</summary>
    public static IEnumerable<Diagnostic> FindWindow(MetricTimeWindow? window, MetricNode metric, SemanticIndex index, bool allowsOwn = false)
    {
        if (window is null || IsStandard(window.Granularity))
        {
            yield break;
        }

        string singular = window.Granularity.EndsWith('s') ? window.Granularity[..^1] : window.Granularity;
        bool isOwn = index.CustomGranularities.Contains(window.Granularity) || index.CustomGranularities.Contains(singular);
        if (!isOwn)
        {
            yield return Unfit($"the window `{window}` of metric `{metric.Name}` has a granularity that does not exist", metric.Location)
                .WithHint(Spelling.DidYouMean(singular, SemanticWords.Granularities.Concat(index.CustomGranularities)));
        }
        else if (!allowsOwn)
        {
            yield return Unfit($"the window `{window}` of metric `{metric.Name}` has a granularity of the project's own, which is not supported there", metric.Location);
        }
    }

    /// <summary>The older places of `window` and `grain_to_date`, which dbt refuses by its flag.</summary>
    private static IEnumerable<Diagnostic> FindOldPlaces(MetricNode metric, SemanticIndex index)
    {
        MetricParameters parameters = metric.Definition.Parameters;
        if (parameters.IsPrivate is not null || (parameters.Window is null && parameters.GrainToDate is null))
        {
            yield break;
        }

        bool isRequired = index.Manifest.Project.IsFlagOn(NestedParameters, otherwise: true);
        string key = parameters.Window is null ? "grain_to_date" : "window";
        string message = $"`{key}` of metric `{metric.Name}` belongs in `cumulative_type_params` of its `type_params`";
        Diagnostic found = isRequired ? Unfit(message, metric.Location) : Diagnostic.Warning(ResolutionCodes.UnfitMetric, message, metric.Location);
        yield return isRequired ? found.WithHint($"or set the flag `{NestedParameters}` of the project file to false") : found;
    }

    private static IEnumerable<Diagnostic> FindCumulative(MetricNode metric, SemanticIndex index)
    {
        (MetricParameters parameters, CumulativeParameters? cumulative) = (metric.Definition.Parameters, metric.Definition.Parameters.Cumulative);
        string? grain = cumulative?.GrainToDate?.ToLowerInvariant();
        if (parameters.Window is { } old && cumulative?.Window is { } window && old != window)
        {
            yield return Unfit($"metric `{metric.Name}` has two windows, `{old}` and `{window}`", metric.Location);
        }

        if (grain is not null && !IsStandard(grain))
        {
            yield return Unfit($"`grain_to_date` of metric `{metric.Name}` is `{grain}`, which is no granularity of dbt's", metric.Location)
                .WithHint(Spelling.DidYouMean(grain, SemanticWords.Granularities));
        }

        if (grain is not null && cumulative?.Window is not null)
        {
            yield return Unfit($"metric `{metric.Name}` has both `window` and `grain_to_date`; it can have one of them", metric.Location);
        }

        foreach (Diagnostic mistake in FindWindow(cumulative?.Window, metric, index))
        {
            yield return mistake;
        }
    }

    private static IEnumerable<Diagnostic> FindInput(MetricInput input, MetricNode metric, SemanticIndex index)
    {
        if (input.Alias is { } alias && NameRules.FaultOf(alias) is { } fault)
        {
            yield return Unfit($"the alias `{alias}` of metric `{metric.Name}` {fault}", input.Location);
        }

        if (input.Alias is { } taken && metric.Definition.Parameters.Metrics.Any(m => m.Name == taken))
        {
            yield return Unfit($"the alias `{taken}` is the name of another input of metric `{metric.Name}`", input.Location);
        }

        if (input.OffsetToGrain?.ToLowerInvariant() is { } grain && !IsStandard(grain))
        {
            yield return Unfit($"`offset_to_grain` of `{input.Name}` is `{grain}`, which is no granularity of dbt's", input.Location).WithHint(Spelling.DidYouMean(grain, SemanticWords.Granularities));
        }

        if (input is { OffsetWindow: not null, OffsetToGrain: not null })
        {
            yield return Unfit($"`{input.Name}` has both `offset_window` and `offset_to_grain`; it can have one of them", input.Location);
        }

        foreach (Diagnostic mistake in FindWindow(input.OffsetWindow, metric, index, allowsOwn: true))
        {
            yield return mistake.At(input.Location);
        }
    }

    private static IEnumerable<Diagnostic> FindExpression(MetricNode metric)
    {
        MetricParameters parameters = metric.Definition.Parameters;
        if (string.IsNullOrEmpty(parameters.Expression))
        {
            yield return Diagnostic.Warning(ResolutionCodes.UnfitMetric, $"the derived metric `{metric.Name}` has no `expr` that says how it is computed", metric.Location);
            yield break;
        }

        foreach (MetricInput unused in parameters.Metrics.Where(i => !parameters.Expression.Contains(i.Alias ?? i.Name, StringComparison.Ordinal)))
        {
            yield return Diagnostic.Warning(
                ResolutionCodes.UnfitMetric, $"`{unused.Alias ?? unused.Name}` is not used in the `expr` of metric `{metric.Name}`: `{parameters.Expression}`", unused.Location);
        }
    }

    private static IEnumerable<Diagnostic> FindSimple(MetricNode metric, SemanticIndex index)
    {
        MetricParameters parameters = metric.Definition.Parameters;
        if (parameters is { Expression: { } expression, Measure: { } input } && index.FindMeasure(input.Name) is { } measure && expression != measure.Expression && expression != measure.Name)
        {
            yield return Diagnostic.Warning(
                ResolutionCodes.UnfitMetric, $"the `expr` of metric `{metric.Name}` has no effect: the measure `{measure.Name}` says what it is", metric.Location);
        }
    }

    private static bool IsStandard(string granularity) => SemanticWords.Granularities.Contains(granularity, StringComparer.OrdinalIgnoreCase);

    private static Diagnostic Unfit(string message, Location place) => Diagnostic.Error(ResolutionCodes.UnfitMetric, message, place);
}
