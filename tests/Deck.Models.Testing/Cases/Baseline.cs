using System.Text;
using NUnit.Framework;

namespace Deck.Models.Testing.Cases;

/// <summary>Expected outputs kept in files beside the tests.</summary>
public static class Baseline
{
    /// <summary>The environment variable that, set to 1, makes every checked output the expected one.</summary>
    public const string AcceptVariable = "DECK_ACCEPT";

    /// <summary>Compares with the file's text, line breaks normalised and the end trimmed; an absent file counts as empty.</summary>
    public static void Check(string path, string actual)
    {
        string found = Normalise(actual);
        string expected = File.Exists(path) ? Normalise(File.ReadAllText(path)) : "";
        if (found == expected)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
        {
            File.WriteAllText(path, found.Length == 0 ? "" : found + "\n");
            return;
        }

        Assert.Fail($"{path} expects something else (- expected, + actual)\n{Difference(expected, found)}\nto accept: {AcceptVariable}=1 dotnet test");
    }

    private static string Normalise(string text) => text.ReplaceLineEndings("\n").TrimEnd();

    /// <summary>A line diff by longest common subsequence; expected outputs are short.</summary>
    private static string Difference(string expected, string actual)
    {
        string[] before = expected.Split('\n');
        string[] after = actual.Split('\n');
        int[,] common = CommonLengths(before, after);
        StringBuilder text = new();
        (int i, int j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            bool same = i < before.Length && j < after.Length && before[i] == after[j];
            bool removed = !same && i < before.Length && (j == after.Length || common[i + 1, j] >= common[i, j + 1]);
            text.Append(same ? "  " : removed ? "- " : "+ ").Append(removed || same ? before[i] : after[j]).Append('\n');
            i += same || removed ? 1 : 0;
            j += same || !removed ? 1 : 0;
        }

        return text.ToString();
    }

    private static int[,] CommonLengths(string[] before, string[] after)
    {
        int[,] lengths = new int[before.Length + 1, after.Length + 1];
        for (int i = before.Length - 1; i >= 0; i--)
        {
            for (int j = after.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = before[i] == after[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }
}
