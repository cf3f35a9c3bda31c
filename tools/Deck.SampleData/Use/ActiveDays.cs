using Deck.SampleData.Drawing;
using Deck.SampleData.Population;

namespace Deck.SampleData.Use;

/// <summary>Chooses the days on which a user opens the app: exactly as many as the profile says.</summary>
internal static class ActiveDays
{
    // A user who came on few days seldom came back after months.
    private const int LongestGap = 14;

    /// <summary>Distinct days in order, none before the signup's and none after the sample's last.</summary>
    public static IReadOnlyList<DateOnly> Choose(DeterministicRandom random, UserPlan plan)
    {
        int days = plan.Profile.Days;
        if (days == 0)
        {
            return [];
        }

        int available = SampleCalendar.DaysAvailable(plan.SignedUpAt);
        int first = plan.IsPlanner ? 0 : random.Below(Math.Min(available - days, 10) + 1);
        int last = days == 1 ? first : ChooseLast(random, first + days - 1, available - 1, days * LongestGap);
        SortedSet<int> chosen = [first, last];
        while (chosen.Count < days)
        {
            // The smaller of two: interest is greatest at the beginning.
            chosen.Add(first + Math.Min(random.Between(1, last - first), random.Between(1, last - first)));
        }

        DateOnly signup = DateOnly.FromDateTime(plan.SignedUpAt);
        return [.. chosen.Select(offset => signup.AddDays(offset))];
    }

    private static int ChooseLast(DeterministicRandom random, int earliest, int today, int longest)
    {
        int latest = Math.Min(today, earliest + longest);
        // Half of those who could still be there are: without this, hardly anyone would be active today.
        return random.Chance(50) ? Math.Max(earliest, latest - random.Below(7)) : random.Between(earliest, latest);
    }
}
