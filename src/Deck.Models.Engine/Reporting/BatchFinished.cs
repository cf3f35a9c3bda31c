using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Reporting;

/// <summary>A batch of a microbatch model ended.</summary>
public sealed record BatchFinished(DateTimeOffset At, Node Node, BatchPlace Batch) : RunEvent(At)
{
    public required NodeStatus Status { get; init; }

    public required TimeSpan Elapsed { get; init; }

    public long? Rows { get; init; }

    public string? CompiledCode { get; init; }

    /// <summary>Everything that was sent to the server for the batch.</summary>
    public string? ExecutedSql { get; init; }
}
