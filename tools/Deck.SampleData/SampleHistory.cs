using Deck.SampleData.Drawing;
using Deck.SampleData.Population;
using Deck.SampleData.Tables;
using Deck.SampleData.Use;

namespace Deck.SampleData;

/// <summary>The one history of the app that the project's seeds hold.</summary>
internal static class SampleHistory
{
    // Any other seed gives other people with the same findings.
    private const ulong Seed = 20260322;

    /// <summary>The app's tables; the same rows at every call.</summary>
    public static AppTables Play()
    {
        DeterministicRandom random = new(Seed);
        return AppHistory.Play(random, UserPlans.Draw(random));
    }
}
