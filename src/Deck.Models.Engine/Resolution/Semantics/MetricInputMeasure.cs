using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>A measure as a metric uses it.</summary>
public sealed class MetricInputMeasure
{
    public required string Name { get; init; }

    public WhereFilters? Filter { get; init; }

    public string? Alias { get; init; }

    public bool JoinsToTimeSpine { get; init; }

    /// <summary>The number that takes the place of nulls, or null.</summary>
    public Value? FillNullsWith { get; init; }

    public required Location Location { get; init; }

    /// <summary>True for the same use of the same measure, wherever it is written.</summary>
    public bool IsSame(MetricInputMeasure other) => Name == other.Name && Alias == other.Alias && JoinsToTimeSpine == other.JoinsToTimeSpine
        && FillNullsWith?.ToText() == other.FillNullsWith?.ToText()
        && (Filter is null ? other.Filter is null : other.Filter is { } filter && Filter.Texts.SequenceEqual(filter.Texts));
}
