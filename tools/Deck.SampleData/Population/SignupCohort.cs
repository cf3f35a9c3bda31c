namespace Deck.SampleData.Population;

/// <summary>The signups of one week, without test accounts, and how many of them are Planners.</summary>
internal readonly record struct SignupCohort(int Users, int Planners)
{
    /// <summary>The weeks of the sample, the first one first: 1,177 users, 104 of them Planners.</summary>
    /// <remarks>The app grows; the share of Planners breaks in the twelfth week, for planner_weekly to notice.</remarks>
    public static readonly IReadOnlyList<SignupCohort> Weeks =
    [
        new(48, 5), new(52, 5), new(46, 4), new(61, 6), new(70, 7), new(74, 8), new(79, 8),
        new(83, 8), new(90, 9), new(96, 9), new(104, 10), new(112, 6), new(124, 10), new(138, 9),
    ];
}
