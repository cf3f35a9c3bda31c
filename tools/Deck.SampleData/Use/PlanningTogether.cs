using Deck.SampleData.Population;

namespace Deck.SampleData.Use;

/// <summary>Makes the multiplayer sessions, and the people who come along.</summary>
internal static class PlanningTogether
{
    private static readonly string[] States = ["completed", "completed", "completed", "abandoned", "active"];

    /// <summary>Adds the sessions that one user creates; <paramref name="invitable"/> are those who may join.</summary>
    public static void Play(
        SampleWorld world, UserPlan creator, IReadOnlyList<DayClock> clocks, IReadOnlyList<UserPlan> invitable)
    {
        int count = world.Random.Between(1, 4);
        for (int session = 0; session < count; session++)
        {
            DateTime createdAt = world.Random.Pick(clocks).Next(30, 300);
            Guid id = world.Random.Uuid();
            string title = world.Random.Pick(Vocabulary.SessionTitles);
            world.Tables.MultiplayerSessions.Add(new(id, creator.Id, title, world.Random.Pick(States), createdAt));

            Join(world, id, creator, createdAt);
            foreach (UserPlan friend in Invite(world, creator, createdAt, invitable))
            {
                Join(world, id, friend, createdAt.AddSeconds(world.Random.Between(40, 3000)));
            }
        }
    }

    // Mostly people who use the app; a session can also stay empty.
    private static IEnumerable<UserPlan> Invite(
        SampleWorld world, UserPlan creator, DateTime createdAt, IReadOnlyList<UserPlan> invitable)
    {
        List<UserPlan> present =
            [.. invitable.Where(user => user.SignedUpAt < createdAt && user.Id != creator.Id && user.IsTestAccount == creator.IsTestAccount)];
        int friends = Math.Min(world.Random.Below(6), present.Count);
        return world.Random.Shuffled(present).Take(friends);
    }

    private static void Join(SampleWorld world, Guid session, UserPlan user, DateTime joinedAt) =>
        world.Tables.SessionParticipants.Add(new(world.Random.Uuid(), session, user.Id, joinedAt));
}
