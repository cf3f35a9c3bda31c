using Deck.SampleData.Population;

namespace Deck.SampleData.Use;

/// <summary>Plays one user's plan: signs up, asks, swipes, saves, converts, and makes and shares decks.</summary>
internal sealed class AppUser(SampleWorld world, UserPlan plan)
{
    private static readonly string[] Conversions =
        ["opened_website", "opened_website", "opened_website", "click_directions", "click_directions", "click_phone", "book_with_deck"];

    /// <summary>Writes everything that the user does alone; returns the clocks of the sessions, one at least.</summary>
    public IReadOnlyList<DayClock> Play()
    {
        IReadOnlyList<DateOnly> days = ActiveDays.Choose(world.Random, plan);
        List<DayClock> clocks = [.. days.Select(day => DayClock.Open(world.Random, day, plan.SignedUpAt))];
        if (clocks.Count > 0)
        {
            PlayDays(clocks);
        }
        else
        {
            // The minutes after the signup, for whoever made a deck then and never used the app.
            clocks.Add(new DayClock(world.Random, plan.SignedUpAt));
        }

        DeckKeeping.Play(world, plan, clocks);
        return clocks;
    }

    private void PlayDays(List<DayClock> clocks)
    {
        ActivityProfile profile = plan.Profile;
        int[] prompts = Shares.FirstOfAllOneEach(world.Random, profile.Prompts, clocks.Count);
        Queue<int> swipes = new(Shares.AtRandom(world.Random, profile.Swipes, Math.Max(profile.Prompts, 1)));
        List<(DayClock Clock, List<Guid> Swiped)> promptDays = [];
        for (int day = 0; day < clocks.Count; day++)
        {
            List<Guid> swiped = [];
            for (int prompt = 0; prompt < prompts[day]; prompt++)
            {
                swiped.AddRange(Prompt(clocks[day], swipes.Dequeue()));
            }

            if (prompts[day] == 0)
            {
                // Somebody else's card, seen in a shared deck or a session. Without it the day would leave no trace.
                Act(clocks[day], world.Cards.Draw(world.Random), "saved");
            }
            else if (swiped.Count > 0)
            {
                promptDays.Add((clocks[day], swiped));
            }
        }

        Convert(promptDays);
    }

    private List<Guid> Prompt(DayClock clock, int swipes)
    {
        Guid pack = world.Random.Uuid();
        DateTime askedAt = clock.Next(20, 180);
        world.Tables.DextrQueries.Add(new(
            world.Random.Uuid(), plan.Id, Phrases.Query(world.Random), pack, Phrases.AppVersion(askedAt), askedAt));
        List<Guid> swiped = world.Cards.DrawPack(world.Random, swipes);
        foreach (Guid card in swiped)
        {
            bool isRight = world.Random.Chance(plan.IsPlanner ? 45 : 30);
            world.Tables.DextrPackCards.Add(new(world.Random.Uuid(), pack, card, isRight, clock.Next(2, 14)));
            if (isRight && world.Random.Chance(40))
            {
                Act(clock, card, "saved");
            }
        }

        return swiped;
    }

    private void Convert(List<(DayClock Clock, List<Guid> Swiped)> promptDays)
    {
        for (int conversion = 0; conversion < plan.Profile.Conversions; conversion++)
        {
            (DayClock clock, List<Guid> swiped) = world.Random.Pick(promptDays);
            Act(clock, world.Random.Pick(swiped), world.Random.Pick(Conversions));
        }
    }

    private void Act(DayClock clock, Guid card, string action) =>
        world.Tables.CoreCardActions.Add(new(world.Random.Uuid(), plan.Id, card, action, clock.Next(3, 40)));
}
