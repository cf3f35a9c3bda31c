using System.Globalization;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Checks what a saved query is grouped and ordered by, and its limit.</summary>
internal static class SavedQueryCheck
{
    public static IEnumerable<Diagnostic> Find(SavedQueryNode query, SemanticIndex index)
    {
        HashSet<string> elements =
        [
            "metric_time",
            .. index.Metrics.Select(m => m.Name),
            .. index.Models.SelectMany(m => m.Definition.Dimensions.Select(d => d.Name).Concat(m.Definition.Entities.Select(e => e.Name))),
        ];
        return [.. query.Definition.GroupBy.SelectMany(g => FindGroupBy(g, query, elements, index)), .. FindOrderBy(query), .. FindLimit(query)];
    }

    private static IEnumerable<Diagnostic> FindGroupBy(PlacedText text, SavedQueryNode query, HashSet<string> elements, SemanticIndex index)
    {
        Checked<IReadOnlyList<QueryItem>> read = Read(text.Text, false);
        if (read.Value is not { } items)
        {
            yield return FilterCheck.Unreadable(text, $"`group_by` of saved query `{query.Name}`", read.Diagnostics);
        }
        else if (items is not [var item])
        {
            yield return Unfit($"`{text.Text}` in `group_by` of saved query `{query.Name}` names no single item", text.Location).WithHint("write `Dimension('entity__dimension')`, `TimeDimension('metric_time', 'day')` or `Entity('entity')`");
        }
        else if (item.FaultOf(index.CustomGranularities) is { } fault)
        {
            yield return Unfit($"`group_by` of saved query `{query.Name}` cannot be read: {fault}", text.Location);
        }
        else if (item.ElementOf(index.CustomGranularities) is var name && !elements.Contains(name))
        {
            yield return Unfit($"`{name}` in `group_by` of saved query `{query.Name}` is no dimension or entity of any semantic model", text.Location).WithHint(Spelling.DidYouMean(name, elements));
        }
    }

    /// <summary>A result is ordered by what it has: its metrics and what it is grouped by.</summary>
    private static IEnumerable<Diagnostic> FindOrderBy(SavedQueryNode query)
    {
        if (query.Definition.OrderBy.IsEmpty)
        {
            yield break;
        }

        HashSet<QueryItem> columns =
        [
            .. query.Definition.Metrics.Select(m => new QueryItem("Metric", m.Text, "", "")),
            .. query.Definition.GroupBy.SelectMany(g => Read(g.Text, false).Value is { } items ? items : []),
        ];
        foreach (PlacedText text in query.Definition.OrderBy)
        {
            Checked<IReadOnlyList<QueryItem>> read = Read(text.Text, true);
            if (read.Value is not { } items)
            {
                yield return FilterCheck.Unreadable(text, $"`order_by` of saved query `{query.Name}`", read.Diagnostics);
            }
            else if (items is not [var item] || !columns.Contains(item with { IsDescending = false }))
            {
                yield return Unfit($"`{text.Text}` in `order_by` of saved query `{query.Name}` is none of its metrics and nothing that it is grouped by", text.Location)
                    .WithHint("metrics are written `Metric('name')` there");
            }
        }
    }

    private static IEnumerable<Diagnostic> FindLimit(SavedQueryNode query)
    {
        if (query.Definition.Limit is { } limit && long.TryParse(limit.ToText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long rows) && rows < 0)
        {
            yield return Unfit($"the limit of saved query `{query.Name}` is {rows}; it cannot be below 0", query.Location);
        }
    }

    private static Checked<IReadOnlyList<QueryItem>> Read(string call, bool mayDescend) => QueryItems.Of($"{{{{ {call} }}}}", mayDescend);

    private static Diagnostic Unfit(string message, Location place) => Diagnostic.Error(ResolutionCodes.UnfitSavedQuery, message, place);
}
