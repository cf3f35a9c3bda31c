using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>dbt's `agg_params`.</summary>
/// <param name="Percentile">A number between 0 and 1 as it was written, or null.</param>
public sealed record PercentileParameters(Value? Percentile, bool IsDiscrete, bool IsApproximate);
