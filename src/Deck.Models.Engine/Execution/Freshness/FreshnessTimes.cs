namespace Deck.Models.Engine.Execution.Freshness;

/// <summary>When the newest row was loaded, and when that was asked.</summary>
internal sealed record FreshnessTimes(DateTimeOffset Loaded, DateTimeOffset Now);
