using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Reporting;

/// <summary>A node began.</summary>
/// <param name="Index">Place among the run's nodes, from 1.</param>
public sealed record NodeStarted(DateTimeOffset At, Node Node, int Index, int Total) : RunEvent(At);
