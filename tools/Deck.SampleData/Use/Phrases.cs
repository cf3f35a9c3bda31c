using Deck.SampleData.Drawing;

namespace Deck.SampleData.Use;

/// <summary>Makes texts of the vocabulary.</summary>
internal static class Phrases
{
    /// <summary>What somebody asks Dextr.</summary>
    public static string Query(DeterministicRandom random)
    {
        string place = $"{random.Pick(Vocabulary.Moods)} {random.Pick(Vocabulary.Places)} {random.Pick(Vocabulary.Areas)}";
        return random.Below(3) switch
        {
            0 => place,
            1 => $"{place}, for {random.Pick(Vocabulary.Occasions)}",
            _ => $"where is a good {place}?",
        };
    }

    /// <summary>The release that was current at the moment.</summary>
    public static string AppVersion(DateTime moment) =>
        Vocabulary.AppVersions.First(release => release.Since <= DateOnly.FromDateTime(moment)).Version;
}
