using Deck.SampleData.Drawing;

namespace Deck.SampleData.Population;

/// <summary>Deals the cohorts, profiles and criteria out to users, so that every total holds by construction.</summary>
internal static class UserPlans
{
    /// <summary>Every user of the sample, test accounts last.</summary>
    public static IReadOnlyList<UserPlan> Draw(DeterministicRandom random)
    {
        List<DateTime> planners = [];
        List<DateTime> passengers = [];
        for (int week = 0; week < SignupCohort.Weeks.Count; week++)
        {
            SignupCohort cohort = SignupCohort.Weeks[week];
            planners.AddRange(DrawSignups(random, week, cohort.Planners));
            passengers.AddRange(DrawSignups(random, week, cohort.Users - cohort.Planners));
        }

        return
        [
            .. DealPlanners(random, planners),
            .. Deal(random, passengers, ActivityProfiles.Passengers)
                .Select(dealt => NewPassenger(random, dealt.Signup, dealt.Profile)),
            .. DrawTestAccounts(random),
        ];
    }

    private static IEnumerable<UserPlan> DealPlanners(DeterministicRandom random, List<DateTime> signups)
    {
        // The profiles of either kind find their signups together, so that the busiest are early enough.
        var dealt = Deal(random, signups, [.. ActivityProfiles.PromptingPlanners, .. ActivityProfiles.OtherPlanners]);
        Queue<PlannerCriteria> prompting = new(random.Shuffled(CriteriaCombination.Each(IsPrompting)));
        Queue<PlannerCriteria> others = new(OthersWithTheSilentFirst(random));
        return dealt
            .OrderBy(one => one.Profile.Days)
            .Select(one => new UserPlan(
                random.Uuid(),
                one.Signup,
                IsPromptingProfile(one.Profile) ? prompting.Dequeue() : others.Dequeue(),
                one.Profile));
    }

    private static UserPlan NewPassenger(DeterministicRandom random, DateTime signup, ActivityProfile profile) =>
        new(random.Uuid(), signup, PlannerCriteria.None, profile)
        {
            FinishesOnboarding = profile.Days > 0 || random.Chance(55),
        };

    // The two profiles without activity come first: a deck or a session alone leaves no event, a share does.
    private static List<PlannerCriteria> OthersWithTheSilentFirst(DeterministicRandom random)
    {
        List<PlannerCriteria> others = random.Shuffled(CriteriaCombination.Each(criteria => !IsPrompting(criteria)));
        PlannerCriteria[] silent = [PlannerCriteria.CreatedDeck, PlannerCriteria.CreatedMultiplayer];
        foreach (PlannerCriteria criteria in silent)
        {
            others.Remove(criteria);
        }

        return [.. silent, .. others];
    }

    private static bool IsPrompting(PlannerCriteria criteria) => criteria.HasFlag(PlannerCriteria.PromptAndSwipe);

    private static bool IsPromptingProfile(ActivityProfile profile) => profile is { Prompts: >= 2, Swipes: >= 3 };

    // The newest signups choose first, since only few profiles fit into their days; the older ones have room for any.
    private static List<(DateTime Signup, ActivityProfile Profile)> Deal(
        DeterministicRandom random, List<DateTime> signups, IEnumerable<ActivityProfile> profiles)
    {
        List<ActivityProfile> left = random.Shuffled(profiles.SelectMany(profile => profile.ForEachUser()));
        List<(DateTime, ActivityProfile)> dealt = [];
        foreach (DateTime signup in signups.OrderDescending())
        {
            int chosen = left.FindIndex(profile => profile.Days <= SampleCalendar.DaysAvailable(signup));
            dealt.Add((signup, left[chosen]));
            left.RemoveAt(chosen);
        }

        return dealt;
    }

    private static IEnumerable<DateTime> DrawSignups(DeterministicRandom random, int week, int count) =>
        Enumerable.Range(0, count).Select(_ => DrawSignup(random, week));

    private static DateTime DrawSignup(DeterministicRandom random, int week)
    {
        // Between 06:00 and 20:00, so that a first session still ends on the same day.
        TimeOnly time = new(random.Between(6, 19), random.Below(60), random.Below(60));
        return SampleCalendar.FirstDay.AddDays(7 * week + random.Below(7)).ToDateTime(time, DateTimeKind.Utc);
    }

    private static IEnumerable<UserPlan> DrawTestAccounts(DeterministicRandom random)
    {
        const PlannerCriteria everything = PlannerCriteria.PromptAndSwipe | PlannerCriteria.CreatedDeck
            | PlannerCriteria.SharedContent | PlannerCriteria.CreatedMultiplayer;
        return ActivityProfiles.TestAccounts.ForEachUser().Select((profile, number) => new UserPlan(
            random.Uuid(), DrawSignup(random, number % 12), everything, profile) { IsTestAccount = true });
    }
}
