namespace Deck.Models.Engine.Reporting;

/// <summary>A node ended, or was skipped without having begun.</summary>
public sealed record NodeFinished(DateTimeOffset At, NodeResult Result, int Index, int Total) : RunEvent(At);
