using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Reporting;

/// <summary>A batch of a microbatch model began.</summary>
public sealed record BatchStarted(DateTimeOffset At, Node Node, BatchPlace Batch) : RunEvent(At);
