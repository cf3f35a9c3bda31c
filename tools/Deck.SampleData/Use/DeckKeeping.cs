using Deck.SampleData.Population;

namespace Deck.SampleData.Use;

/// <summary>Makes a user's decks and shares.</summary>
internal static class DeckKeeping
{
    /// <summary>Adds the decks, then the shares, so that a deck is there before it is shared.</summary>
    public static void Play(SampleWorld world, UserPlan plan, IReadOnlyList<DayClock> clocks)
    {
        List<Guid> decks = [];
        if (plan.Meets(PlannerCriteria.CreatedDeck))
        {
            int count = world.Random.Between(1, 4);
            for (int deck = 0; deck < count; deck++)
            {
                // The first on the first day: whichever is shared later, this one exists.
                DayClock clock = deck == 0 ? clocks[0] : world.Random.Pick(clocks);
                decks.Add(AddBoard(world, plan, world.Random.Pick(Vocabulary.DeckNames), clock.Next(30, 300)));
            }
        }

        if (plan.FinishesOnboarding)
        {
            decks.Add(AddBoard(world, plan, Vocabulary.DefaultDeckName, plan.SignedUpAt.AddMinutes(1)));
        }

        if (plan.Meets(PlannerCriteria.SharedContent))
        {
            Share(world, plan, clocks, decks[0]);
        }
    }

    private static Guid AddBoard(SampleWorld world, UserPlan plan, string name, DateTime createdAt)
    {
        Guid id = world.Random.Uuid();
        world.Tables.Boards.Add(new(id, plan.Id, name, name == Vocabulary.DefaultDeckName, createdAt));
        return id;
    }

    // A third share a deck, a third a card, a third both.
    private static void Share(SampleWorld world, UserPlan plan, IReadOnlyList<DayClock> clocks, Guid deck)
    {
        int kind = world.Random.Below(3);
        int count = world.Random.Between(1, 3);
        for (int share = 0; share < count; share++)
        {
            DayClock clock = world.Random.Pick(clocks);
            if (kind != 1)
            {
                world.Tables.DeckShares.Add(new(world.Random.Uuid(), plan.Id, deck, clock.Next(20, 200)));
            }

            if (kind != 0)
            {
                Guid card = world.Cards.Draw(world.Random);
                world.Tables.CoreCardActions.Add(new(world.Random.Uuid(), plan.Id, card, "share", clock.Next(20, 200)));
            }
        }
    }
}
