using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>What a column says of the semantic model of its model, and of the time spine that it is the column of.</summary>
/// <param name="Granularity">Such as `day`.</param>
/// <param name="Dimension">A type of dimension, or the dict of one; null for a column that is none.</param>
/// <param name="Entity">A type of entity, or the dict of one.</param>
public sealed record ColumnSemantics(string? Granularity, Value? Dimension, Value? Entity);
