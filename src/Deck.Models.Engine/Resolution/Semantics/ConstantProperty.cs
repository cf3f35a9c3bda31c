namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Two properties whose values must be equal in both events of a conversion.</summary>
public sealed record ConstantProperty(string BaseProperty, string ConversionProperty);
