using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>A text with the place where it is written.</summary>
public sealed record PlacedText(string Text, Location Location);
