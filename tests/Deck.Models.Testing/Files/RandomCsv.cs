using System.Text;

namespace Deck.Models.Testing.Files;

/// <summary>Texts for tests that read CSV two ways.</summary>
public static class RandomCsv
{
    /// <summary>At most <paramref name="longest"/> of the characters, in any order.</summary>
    public static string Text(Random random, string characters, int longest)
    {
        StringBuilder text = new();
        for (int i = random.Next(longest + 1); i > 0; i--)
        {
            text.Append(characters[random.Next(characters.Length)]);
        }

        return text.ToString();
    }
}
