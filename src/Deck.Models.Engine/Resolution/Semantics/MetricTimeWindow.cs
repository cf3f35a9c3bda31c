namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>A length of time, such as 28 days.</summary>
/// <param name="Granularity">In the singular, but for granularities of the project's own.</param>
public sealed record MetricTimeWindow(long Count, string Granularity)
{
    public override string ToString() => $"{Count} {Granularity}";
}
