namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Whether a dimension is the start or the end of the time in which a row is valid.</summary>
public sealed record DimensionValidity(bool IsStart, bool IsEnd);
