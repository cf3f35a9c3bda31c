namespace Deck.SampleData.Population;

/// <summary>The criteria of which a Planner meets at least one.</summary>
[Flags]
internal enum PlannerCriteria
{
    None = 0,
    PromptAndSwipe = 1,
    CreatedDeck = 2,
    SharedContent = 4,
    CreatedMultiplayer = 8,
}
