using Deck.SampleData.Drawing;
using Deck.SampleData.Population;
using Deck.SampleData.Tables;

namespace Deck.SampleData.Use;

/// <summary>Lets all planned users use the app.</summary>
internal static class AppHistory
{
    /// <summary>The app's tables as they stand on the last day of the sample.</summary>
    public static AppTables Play(DeterministicRandom random, IReadOnlyList<UserPlan> plans)
    {
        SampleWorld world = new(random, new CardCatalogue(random), new AppTables());
        Accounts.Open(world, plans);
        List<UserPlan> invitable = [.. plans.Where(plan => plan.Profile.Days > 0)];
        foreach (UserPlan plan in plans)
        {
            IReadOnlyList<DayClock> clocks = new AppUser(world, plan).Play();
            if (plan.Meets(PlannerCriteria.CreatedMultiplayer))
            {
                PlanningTogether.Play(world, plan, clocks, invitable);
            }
        }

        return world.Tables;
    }
}
