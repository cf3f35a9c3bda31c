namespace Deck.SampleData.Population;

/// <summary>The averages over a table of profiles, as user_segmentation_summary takes them.</summary>
internal sealed class Segment(IReadOnlyList<ActivityProfile> profiles)
{
    public int Users { get; } = profiles.Sum(profile => profile.Users);

    public decimal ActivationRate => 100m * ActiveUsers / Users;

    public decimal DaysActive => (decimal)profiles.Sum(profile => profile.Users * profile.Days) / Users;

    public decimal PromptsPerActiveDay => AverageOfActive(profile => profile.PromptsPerActiveDay);

    public decimal SwipesPerPrompt => AverageOfActive(profile => profile.SwipesPerPrompt);

    public decimal ConversionRate => AverageOfActive(profile => profile.ConversionRate);

    private int ActiveUsers => profiles.Where(profile => profile.Days > 0).Sum(profile => profile.Users);

    private decimal AverageOfActive(Func<ActivityProfile, decimal> rate) =>
        profiles.Sum(profile => profile.Users * rate(profile)) / ActiveUsers;
}
