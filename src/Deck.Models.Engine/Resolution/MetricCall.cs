using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>A metric that is named: by `metric('x')` in a text, or by another metric or a saved query.</summary>
/// <param name="Package">The first of two names, or null.</param>
public sealed record MetricCall(string? Package, string Name, Location Location);
