using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution.Freshness;

/// <summary>How a check of sources ended: a result for each, and what went wrong around them.</summary>
public sealed record FreshnessOutcome(ImmutableArray<FreshnessResult> Results, ImmutableArray<Diagnostic> Diagnostics);
