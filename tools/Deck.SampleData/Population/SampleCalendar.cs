namespace Deck.SampleData.Population;

/// <summary>The days that the sample covers; all times are UTC.</summary>
internal static class SampleCalendar
{
    /// <summary>The Monday of the first signup week.</summary>
    public static readonly DateOnly FirstDay = new(2025, 12, 15);

    /// <summary>The last day with events, a Sunday: `sample_as_of_date` in project.yml.</summary>
    public static readonly DateOnly Today = new(2026, 3, 22);

    /// <summary>How many days, the signup's and today included, a user who signed up then could be active.</summary>
    public static int DaysAvailable(DateTime signup) =>
        Today.DayNumber - DateOnly.FromDateTime(signup).DayNumber + 1;
}
