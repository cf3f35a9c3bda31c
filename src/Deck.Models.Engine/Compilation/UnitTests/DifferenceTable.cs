using System.Collections.Immutable;
using System.Text;

namespace Deck.Models.Engine.Compilation.UnitTests;

/// <summary>Writes the differing rows of a unit test as a table of text.</summary>
internal static class DifferenceTable
{
    private const string Nothing = "null";

    public static string Format(UnitTestDifference difference)
    {
        List<string[]> lines = [["", .. difference.Columns]];
        List<ImmutableArray<string?>> unexpected = [.. difference.Unexpected];
        foreach (ImmutableArray<string?> missing in difference.Missing)
        {
            int nearest = Nearest(missing, unexpected);
            if (nearest >= 0)
            {
                lines.Add(["→", .. missing.Select((value, i) => Change(value, unexpected[nearest][i]))]);
                unexpected.RemoveAt(nearest);
            }
            else
            {
                lines.Add(["-", .. missing.Select(v => v ?? Nothing)]);
            }
        }

        lines.AddRange(unexpected.Select(row => (string[])["+", .. row.Select(v => v ?? Nothing)]));
        return Align(lines);
    }

    /// <summary>The row that shares most cells with the given one, at least one; -1 where there is none.</summary>
    private static int Nearest(ImmutableArray<string?> row, List<ImmutableArray<string?>> candidates)
    {
        int best = -1;
        int most = 0;
        for (int i = 0; i < candidates.Count; i++)
        {
            int shared = row.Where((value, column) => value == candidates[i][column]).Count();
            (best, most) = shared > most ? (i, shared) : (best, most);
        }

        return best;
    }

    private static string Change(string? expected, string? actual) =>
        expected == actual ? expected ?? Nothing : $"{expected ?? Nothing} → {actual ?? Nothing}";

    private static string Align(List<string[]> lines)
    {
        int[] widths = [.. lines[0].Select((_, column) => lines.Max(l => l[column].Length))];
        StringBuilder text = new();
        foreach (string[] line in lines)
        {
            string cells = string.Join(" | ", line.Select((cell, column) => cell.PadRight(widths[column])));
            text.Append(text.Length > 0 ? "\n" : "").Append(cells.TrimEnd());
        }

        return text.ToString();
    }
}
