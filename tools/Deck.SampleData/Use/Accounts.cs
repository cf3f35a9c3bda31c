using Deck.SampleData.Population;

namespace Deck.SampleData.Use;

/// <summary>Gives every planned user an account, a name and mostly a profile.</summary>
internal static class Accounts
{
    /// <summary>Adds the rows of users, user_profiles and test_accounts.</summary>
    public static void Open(SampleWorld world, IReadOnlyList<UserPlan> plans)
    {
        // Each pair of names once, so that user names are unique.
        List<(string First, (string Name, string Plain) Last)> names = world.Random.Shuffled(
            Vocabulary.FirstNames.SelectMany(first => Vocabulary.LastNames.Select(last => (first, last))));
        for (int number = 0; number < plans.Count; number++)
        {
            Open(world, plans[number], names[number]);
        }
    }

    private static void Open(SampleWorld world, UserPlan plan, (string First, (string Name, string Plain) Last) name)
    {
        string username = $"{name.First.ToLowerInvariant()}.{name.Last.Plain}";
        string email = $"{username}@{world.Random.Pick(Vocabulary.MailHosts)}";
        if (plan.IsTestAccount)
        {
            int number = world.Tables.TestAccounts.Count + 1;
            username = $"qa{number:00}";
            email = $"{username}@deck.example";
            world.Tables.TestAccounts.Add(new(plan.Id));
        }

        world.Tables.Users.Add(new(plan.Id, email, plan.SignedUpAt));
        // Some gave up before they had a name.
        if (plan.FinishesOnboarding || world.Random.Chance(90))
        {
            string fullName = $"{name.First} {name.Last.Name}";
            world.Tables.UserProfiles.Add(new(plan.Id, username, fullName, plan.FinishesOnboarding));
        }
    }
}
