namespace Deck.SampleData.Population;

/// <summary>Proves that the tables of cohorts, profiles and combinations still give the published findings.</summary>
internal static class PublishedFigures
{
    /// <summary>One line for each finding that the tables miss; none when all hold.</summary>
    public static IReadOnlyList<string> FindMissed()
    {
        Segment planners = new([.. ActivityProfiles.PromptingPlanners, .. ActivityProfiles.OtherPlanners]);
        Segment passengers = new(ActivityProfiles.Passengers);
        List<(string Finding, decimal Expected, decimal Actual)> findings =
        [
            ("planners in the profiles", 104, planners.Users),
            ("passengers in the profiles", 1073, passengers.Users),
            ("planners in the cohorts", 104, SignupCohort.Weeks.Sum(week => week.Planners)),
            ("users in the cohorts", 1177, SignupCohort.Weeks.Sum(week => week.Users)),
            ("planners in the combinations", 104, CriteriaCombination.All.Sum(combination => combination.Planners)),
            ("planners who prompt and swipe", 84, WithCriterion(PlannerCriteria.PromptAndSwipe)),
            ("planners with a deck", 38, WithCriterion(PlannerCriteria.CreatedDeck)),
            ("planners who shared", 10, WithCriterion(PlannerCriteria.SharedContent)),
            ("planners with a session", 14, WithCriterion(PlannerCriteria.CreatedMultiplayer)),
            ("planners with several criteria", 30, WithSeveralCriteria()),
            .. Compare("activation rate", planners.ActivationRate, passengers.ActivationRate, (98.08m, 34.20m, 2.9m, 2)),
            .. Compare("prompts", planners.PromptsPerActiveDay, passengers.PromptsPerActiveDay, (2.00m, 0.23m, 8.9m, 2)),
            .. Compare("swipes", planners.SwipesPerPrompt, passengers.SwipesPerPrompt, (3.51m, 0.58m, 6.0m, 2)),
            .. Compare("conversion", planners.ConversionRate, passengers.ConversionRate, (2.85m, 0.06m, 44.1m, 2)),
            .. Compare("days active", planners.DaysActive, passengers.DaysActive, (3.7m, 0.6m, 6.2m, 1)),
        ];
        return
        [
            .. findings.Where(finding => finding.Expected != finding.Actual)
                .Select(finding => $"{finding.Finding}: {finding.Actual} instead of {finding.Expected}"),
        ];
    }

    private static IEnumerable<(string, decimal, decimal)> Compare(
        string metric, decimal planners, decimal passengers, (decimal Planners, decimal Passengers, decimal Ratio, int Decimals) published) =>
    [
        ($"{metric} of planners", published.Planners, Round(planners, published.Decimals)),
        ($"{metric} of passengers", published.Passengers, Round(passengers, published.Decimals)),
        ($"{metric} ratio", published.Ratio, Round(planners / passengers, 1)),
    ];

    private static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    private static int WithCriterion(PlannerCriteria criterion) =>
        CriteriaCombination.Each(criteria => criteria.HasFlag(criterion)).Count();

    private static int WithSeveralCriteria() =>
        CriteriaCombination.Each(criteria => int.PopCount((int)criteria) > 1).Count();
}
