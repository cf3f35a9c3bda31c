namespace Deck.SampleData.Population;

/// <summary>The tables of profiles from which the published averages follow; README.md shows the sums.</summary>
internal static class ActivityProfiles
{
    /// <summary>The 84 Planners who meet prompt_and_swipe: at least 2 prompts and 3 swipes.</summary>
    public static readonly IReadOnlyList<ActivityProfile> PromptingPlanners =
    [
        new(Users: 6, Days: 1, Prompts: 5, Swipes: 7, Conversions: 0),
        new(Users: 4, Days: 1, Prompts: 5, Swipes: 16, Conversions: 1),
        new(Users: 7, Days: 2, Prompts: 6, Swipes: 3, Conversions: 0),
        new(Users: 6, Days: 2, Prompts: 2, Swipes: 9, Conversions: 0),
        new(Users: 5, Days: 2, Prompts: 8, Swipes: 16, Conversions: 0),
        new(Users: 5, Days: 3, Prompts: 3, Swipes: 14, Conversions: 0),
        new(Users: 4, Days: 3, Prompts: 5, Swipes: 19, Conversions: 1),
        new(Users: 6, Days: 4, Prompts: 6, Swipes: 23, Conversions: 0),
        new(Users: 5, Days: 4, Prompts: 6, Swipes: 32, Conversions: 1),
        new(Users: 5, Days: 5, Prompts: 8, Swipes: 34, Conversions: 2),
        new(Users: 5, Days: 5, Prompts: 10, Swipes: 40, Conversions: 1),
        new(Users: 4, Days: 5, Prompts: 9, Swipes: 47, Conversions: 1),
        new(Users: 4, Days: 5, Prompts: 12, Swipes: 49, Conversions: 3),
        new(Users: 4, Days: 6, Prompts: 10, Swipes: 37, Conversions: 1),
        new(Users: 3, Days: 6, Prompts: 15, Swipes: 71, Conversions: 4),
        new(Users: 3, Days: 7, Prompts: 10, Swipes: 46, Conversions: 1),
        new(Users: 3, Days: 8, Prompts: 19, Swipes: 76, Conversions: 5),
        new(Users: 2, Days: 10, Prompts: 23, Swipes: 93, Conversions: 6),
        new(Users: 2, Days: 10, Prompts: 26, Swipes: 108, Conversions: 7),
        new(Users: 1, Days: 13, Prompts: 31, Swipes: 141, Conversions: 11),
    ];

    /// <summary>The 20 Planners by another criterion alone; two of them left nothing in the event stream.</summary>
    public static readonly IReadOnlyList<ActivityProfile> OtherPlanners =
    [
        new(Users: 2, Days: 0, Prompts: 0, Swipes: 0, Conversions: 0),
        new(Users: 4, Days: 1, Prompts: 0, Swipes: 0, Conversions: 0),
        new(Users: 3, Days: 2, Prompts: 0, Swipes: 0, Conversions: 0),
        new(Users: 3, Days: 1, Prompts: 1, Swipes: 4, Conversions: 0),
        new(Users: 2, Days: 2, Prompts: 1, Swipes: 6, Conversions: 1),
        new(Users: 2, Days: 3, Prompts: 2, Swipes: 2, Conversions: 0),
        new(Users: 2, Days: 3, Prompts: 1, Swipes: 8, Conversions: 1),
        new(Users: 1, Days: 5, Prompts: 1, Swipes: 12, Conversions: 1),
        new(Users: 1, Days: 4, Prompts: 0, Swipes: 0, Conversions: 0),
    ];

    /// <summary>The 1,073 Passengers: 706 did nothing, 284 only saved what others showed them, 83 asked something.</summary>
    public static readonly IReadOnlyList<ActivityProfile> Passengers =
    [
        new(Users: 706, Days: 0, Prompts: 0, Swipes: 0, Conversions: 0),

        new(Users: 146, Days: 1, Prompts: 0, Swipes: 0, Conversions: 0),
        new(Users: 72, Days: 2, Prompts: 0, Swipes: 0, Conversions: 0),
        new(Users: 38, Days: 3, Prompts: 0, Swipes: 0, Conversions: 0),
        new(Users: 16, Days: 4, Prompts: 0, Swipes: 0, Conversions: 0),
        new(Users: 8, Days: 5, Prompts: 0, Swipes: 0, Conversions: 0),
        new(Users: 3, Days: 6, Prompts: 0, Swipes: 0, Conversions: 0),
        new(Users: 1, Days: 7, Prompts: 0, Swipes: 0, Conversions: 0),

        // One prompt, enough swipes: a prompt short of being a Planner. Four of them converted.
        new(Users: 1, Days: 1, Prompts: 1, Swipes: 15, Conversions: 1),
        new(Users: 1, Days: 1, Prompts: 1, Swipes: 16, Conversions: 1),
        new(Users: 1, Days: 1, Prompts: 1, Swipes: 18, Conversions: 1),
        new(Users: 1, Days: 1, Prompts: 1, Swipes: 19, Conversions: 1),
        new(Users: 8, Days: 1, Prompts: 1, Swipes: 3, Conversions: 0),
        new(Users: 7, Days: 1, Prompts: 1, Swipes: 4, Conversions: 0),
        new(Users: 5, Days: 1, Prompts: 1, Swipes: 5, Conversions: 0),

        // Enough prompts, but a swipe or more short.
        new(Users: 6, Days: 1, Prompts: 2, Swipes: 2, Conversions: 0),
        new(Users: 1, Days: 3, Prompts: 2, Swipes: 2, Conversions: 0),
        new(Users: 4, Days: 2, Prompts: 2, Swipes: 1, Conversions: 0),
        new(Users: 1, Days: 1, Prompts: 3, Swipes: 0, Conversions: 0),

        // Tried it once.
        new(Users: 12, Days: 2, Prompts: 1, Swipes: 2, Conversions: 0),
        new(Users: 3, Days: 3, Prompts: 1, Swipes: 1, Conversions: 0),
        new(Users: 11, Days: 1, Prompts: 1, Swipes: 0, Conversions: 0),
        new(Users: 9, Days: 1, Prompts: 1, Swipes: 1, Conversions: 0),
        new(Users: 12, Days: 1, Prompts: 1, Swipes: 2, Conversions: 0),
    ];

    /// <summary>Test accounts: as busy as a good Planner, so that one that leaked would show.</summary>
    public static readonly ActivityProfile TestAccounts =
        new(Users: 14, Days: 3, Prompts: 9, Swipes: 40, Conversions: 6);
}
