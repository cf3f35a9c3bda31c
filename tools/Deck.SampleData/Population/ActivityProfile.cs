namespace Deck.SampleData.Population;

/// <summary>What so many users did in all: on how many days, and how many prompts, swipes and conversions.</summary>
internal readonly record struct ActivityProfile(int Users, int Days, int Prompts, int Swipes, int Conversions)
{
    /// <summary>Prompts for each active day as the model rounds them.</summary>
    public decimal PromptsPerActiveDay => Rate(Prompts, Days);

    /// <summary>Swipes for each prompt as the model rounds them.</summary>
    public decimal SwipesPerPrompt => Rate(Swipes, Prompts);

    /// <summary>Conversions for a hundred swipes as the model rounds them.</summary>
    public decimal ConversionRate => Rate(100 * Conversions, Swipes);

    /// <summary>One profile for each of the users.</summary>
    public IEnumerable<ActivityProfile> ForEachUser() => Enumerable.Repeat(this with { Users = 1 }, Users);

    // PostgreSQL's round(numeric) takes a half away from zero, and a rate over nothing is 0.
    private static decimal Rate(int numerator, int denominator) =>
        denominator == 0 ? 0 : Math.Round((decimal)numerator / denominator, 2, MidpointRounding.AwayFromZero);
}
