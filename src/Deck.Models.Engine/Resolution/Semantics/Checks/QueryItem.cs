namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>What a call such as `Dimension('order__status')` in a condition or a saved query names.</summary>
/// <param name="Kind">`Dimension`, `TimeDimension`, `Entity` or `Metric`.</param>
/// <param name="EntityPath">`entity_path` joined by commas.</param>
/// <param name="GroupBy">`group_by` of a metric joined by commas.</param>
internal sealed record QueryItem(string Kind, string Name, string EntityPath, string GroupBy)
{
    private const string MetricTime = "metric_time";

    public string? Granularity { get; init; }

    public string? DatePart { get; init; }

    public bool IsDescending { get; init; }

    private bool IsTime => Kind == "TimeDimension" || (Kind == "Dimension" && (Granularity is not null || DatePart is not null));

    /// <summary>The element's own name: what stands behind entities and before a granularity.</summary>
    public string ElementOf(IReadOnlyList<string> customGranularities) => Split(customGranularities).Element;

    /// <summary>The granularity that is asked for, by itself or at the end of the name.</summary>
    public string? GranularityOf(IReadOnlyList<string> customGranularities) => !IsTime ? null : Split(customGranularities).Granularity ?? Granularity;

    /// <summary>Why dbt's semantic layer cannot read the item where it stands; null for a good one.</summary>
    public string? FaultOf(IReadOnlyList<string> customGranularities)
    {
        (int links, string element, string? granularity) = Split(IsTime ? customGranularities : []);
        return Kind switch
        {
            "Metric" => links > 0 ? $"the name of the metric `{Name}` has an entity in it"
                : GroupBy.Length == 0 ? $"`Metric('{Name}')` needs a `group_by` here" : null,
            "Entity" => granularity is null ? null : $"the entity `{Name}` has a granularity in its name",
            _ when links != 1 && element != MetricTime => $"`{Name}` must be an entity's and a dimension's name with `__` between them",
            _ when IsTime && granularity is not null && Granularity is not null && granularity != Granularity => $"`{Name}` names the granularity `{granularity}`, and asks for `{Granularity}`",
            _ => null,
        };
    }

    /// <summary>`entity__element__granularity`, of which only the element is always there.</summary>
    private (int Links, string Element, string? Granularity) Split(IReadOnlyList<string> customGranularities)
    {
        string[] parts = Name.Split("__");
        bool isTimed = parts.Length > 1 && (SemanticWords.Granularities.Contains(parts[^1]) || customGranularities.Contains(parts[^1]));
        return isTimed ? (parts.Length - 2, parts[^2], parts[^1]) : (parts.Length - 1, parts[^1], null);
    }
}
