using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Reporting;

/// <summary>The plan is ready: these nodes will run, with this many threads.</summary>
public sealed record RunStarted(DateTimeOffset At, ImmutableArray<Node> Nodes, int Threads) : RunEvent(At);
