namespace Deck.Models.Engine.Reporting;

/// <summary>The run is over.</summary>
public sealed record RunFinished(DateTimeOffset At, RunResult Result) : RunEvent(At);
