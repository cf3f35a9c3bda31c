using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>A measure that a metric names.</summary>
public sealed record MeasureCall(string Name, Location Location);
