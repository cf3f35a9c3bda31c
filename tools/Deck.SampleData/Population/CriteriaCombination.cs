using static Deck.SampleData.Population.PlannerCriteria;

namespace Deck.SampleData.Population;

/// <summary>How many Planners meet exactly these criteria.</summary>
internal readonly record struct CriteriaCombination(PlannerCriteria Criteria, int Planners)
{
    /// <summary>
    /// 84 Planners with prompt_and_swipe, 38 with created_deck, 10 with shared_content, 14 with created_multiplayer;
    /// 30 of the 104 meet several.
    /// </summary>
    public static readonly IReadOnlyList<CriteriaCombination> All =
    [
        new(PromptAndSwipe, 58),
        new(CreatedDeck, 12),
        new(SharedContent, 2),
        new(CreatedMultiplayer, 2),
        new(PromptAndSwipe | CreatedDeck, 13),
        new(PromptAndSwipe | SharedContent, 1),
        new(PromptAndSwipe | CreatedMultiplayer, 3),
        new(CreatedDeck | SharedContent, 1),
        new(CreatedDeck | CreatedMultiplayer, 2),
        new(PromptAndSwipe | CreatedDeck | SharedContent, 3),
        new(PromptAndSwipe | CreatedDeck | CreatedMultiplayer, 4),
        new(CreatedDeck | SharedContent | CreatedMultiplayer, 1),
        new(PromptAndSwipe | CreatedDeck | SharedContent | CreatedMultiplayer, 2),
    ];

    /// <summary>The criteria of every single Planner for whom <paramref name="isWanted"/> holds.</summary>
    public static IEnumerable<PlannerCriteria> Each(Func<PlannerCriteria, bool> isWanted) =>
        All.Where(combination => isWanted(combination.Criteria))
            .SelectMany(combination => Enumerable.Repeat(combination.Criteria, combination.Planners));
}
