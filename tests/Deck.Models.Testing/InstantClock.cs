using System.Collections.Concurrent;

namespace Deck.Models.Testing;

/// <summary>A clock that stands still: every wait is over at once, and it keeps how long each should have been.</summary>
public sealed class InstantClock : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> waits = new();
    private readonly DateTimeOffset now = System.GetUtcNow();

    public IEnumerable<TimeSpan> Waits => waits;

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
