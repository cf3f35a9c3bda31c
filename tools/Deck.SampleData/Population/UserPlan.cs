namespace Deck.SampleData.Population;

/// <summary>One user before the app is used: who they are, when they sign up and what they are going to do.</summary>
internal sealed record UserPlan(
    Guid Id,
    DateTime SignedUpAt,
    PlannerCriteria Criteria,
    ActivityProfile Profile)
{
    /// <summary>Whether the account is the team's own.</summary>
    public bool IsTestAccount { get; init; }

    /// <summary>Whether the signup got as far as a default deck.</summary>
    public bool FinishesOnboarding { get; init; } = true;

    /// <summary>Whether any criterion of a Planner is to be met.</summary>
    public bool IsPlanner => Criteria != PlannerCriteria.None;

    /// <summary>Whether the user is to meet this criterion.</summary>
    public bool Meets(PlannerCriteria criterion) => Criteria.HasFlag(criterion);
}
