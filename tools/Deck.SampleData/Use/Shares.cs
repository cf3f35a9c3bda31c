using Deck.SampleData.Drawing;

namespace Deck.SampleData.Use;

/// <summary>Spreads a whole number over slots.</summary>
internal static class Shares
{
    /// <summary>One for each slot while the total lasts, the rest at random with every third in the first slot.</summary>
    public static int[] FirstOfAllOneEach(DeterministicRandom random, int total, int slots)
    {
        int[] shares = new int[slots];
        for (int dealt = 0; dealt < total; dealt++)
        {
            shares[dealt < slots ? dealt : random.Chance(33) ? 0 : random.Below(slots)]++;
        }

        return shares;
    }

    /// <summary>Every one at random.</summary>
    public static int[] AtRandom(DeterministicRandom random, int total, int slots)
    {
        int[] shares = new int[slots];
        for (int dealt = 0; dealt < total; dealt++)
        {
            shares[random.Below(slots)]++;
        }

        return shares;
    }
}
