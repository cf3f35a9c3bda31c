namespace Deck.Models.Engine.Reporting;

/// <summary>Something that happened in a run.</summary>
/// <param name="At">When, in UTC.</param>
public abstract record RunEvent(DateTimeOffset At);
