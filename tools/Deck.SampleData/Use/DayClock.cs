using Deck.SampleData.Drawing;

namespace Deck.SampleData.Use;

/// <summary>The time of one user's session on one day; it only moves forward.</summary>
internal sealed class DayClock(DeterministicRandom random, DateTime start)
{
    private DateTime _now = start;

    /// <summary>A later moment of the session, so many seconds after the one before.</summary>
    public DateTime Next(int fewestSeconds, int mostSeconds)
    {
        _now = _now.AddSeconds(random.Between(fewestSeconds, mostSeconds));
        return _now;
    }

    /// <summary>The clock of a session on this day, not before the signup.</summary>
    public static DayClock Open(DeterministicRandom random, DateOnly day, DateTime signedUpAt)
    {
        bool isFirstDay = day == DateOnly.FromDateTime(signedUpAt);
        DateTime start = isFirstDay
            ? signedUpAt.AddMinutes(random.Between(2, 40))
            : day.ToDateTime(new TimeOnly(random.Between(8, 20), random.Below(60), random.Below(60)), DateTimeKind.Utc);
        return new DayClock(random, start);
    }
}
