using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Checks that the conditions of metrics and saved queries can be read.</summary>
internal static class FilterCheck
{
    public static IEnumerable<Diagnostic> Find(SemanticIndex index) =>
    [
        .. index.Metrics.SelectMany(m => FiltersOf(m.Definition).SelectMany(f => Find(f, $"metric `{m.Name}`", index))),
        .. index.SavedQueries.SelectMany(q => (q.Definition.Where?.Filters ?? []).SelectMany(f => Find(f, $"saved query `{q.Name}`", index))),
    ];

    /// <summary>A text that fails as a template, told with what is wrong in it.</summary>
    public static Diagnostic Unreadable(PlacedText text, string what, IEnumerable<Diagnostic> reasons) => Diagnostic
        .Error(ResolutionCodes.MalformedFilter, $"{what} cannot be read: {string.Join("; ", reasons.Select(r => r.Message))}", text.Location);

    private static IEnumerable<PlacedText> FiltersOf(MetricDefinition metric)
    {
        MetricParameters parameters = metric.Parameters;
        WhereFilters?[] filters =
        [
            metric.Filter, parameters.Measure?.Filter, parameters.Numerator?.Filter, parameters.Denominator?.Filter, .. parameters.Metrics.Select(m => m.Filter),
        ];
        return filters.OfType<WhereFilters>().SelectMany(f => f.Filters);
    }

    private static IEnumerable<Diagnostic> Find(PlacedText filter, string of, SemanticIndex index)
    {
        Checked<IReadOnlyList<QueryItem>> read = QueryItems.Of(filter.Text);
        if (read.Value is not { } items)
        {
            yield return Unreadable(filter, $"a filter of {of}", read.Diagnostics);
            yield break;
        }

        foreach (QueryItem item in items)
        {
            if (item.FaultOf(index.CustomGranularities) is { } fault)
            {
                yield return Diagnostic.Error(ResolutionCodes.MalformedFilter, $"a filter of {of} cannot be read: {fault}", filter.Location);
            }
            else if (item.GranularityOf(index.CustomGranularities)?.ToLowerInvariant() is { } granularity
                && !SemanticWords.Granularities.Contains(granularity) && !index.CustomGranularities.Contains(granularity))
            {
                yield return Diagnostic
                    .Warning(ResolutionCodes.MalformedFilter, $"a filter of {of} asks for the granularity `{granularity}`, which does not exist", filter.Location)
                    .WithHint(Spelling.DidYouMean(granularity, SemanticWords.Granularities.Concat(index.CustomGranularities)));
            }
        }
    }
}
