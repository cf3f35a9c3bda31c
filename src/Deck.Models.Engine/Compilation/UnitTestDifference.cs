using System.Collections.Immutable;
using Deck.Models.Engine.Compilation.UnitTests;
using Deck.Models.Engine.Execution;

namespace Deck.Models.Engine.Compilation;

/// <summary>Where the rows of a unit test differ from the expected ones.</summary>
/// <param name="Columns">The compared columns, in the order of the model's.</param>
/// <param name="Missing">Expected rows that the model did not give.</param>
/// <param name="Unexpected">Rows of the model that were not expected.</param>
public sealed record UnitTestDifference(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string?>> Missing, ImmutableArray<ImmutableArray<string?>> Unexpected)
{
    private const string Actual = "actual";

    public bool IsEmpty => Missing.IsEmpty && Unexpected.IsEmpty;

    /// <summary>
    /// Compares the rows of a compiled unit test's query (its first column, `actual_or_expected`, tells the two sides apart) as multisets;
    /// numbers are equal whatever zeros end them.
    /// </summary>
    public static UnitTestDifference Of(QueryResult result)
    {
        List<ImmutableArray<string?>> unexpected = [];
        List<ImmutableArray<string?>> missing = [];
        foreach (string?[] row in result.Rows)
        {
            ImmutableArray<string?> values = [.. row.Skip(1).Select((text, i) => Normalize(text, result.Columns[i + 1].TypeName))];
            (row[0] == Actual ? unexpected : missing).Add(values);
        }

        for (int i = missing.Count - 1; i >= 0; i--)
        {
            int match = unexpected.FindIndex(u => u.AsSpan().SequenceEqual(missing[i].AsSpan()));
            if (match >= 0)
            {
                unexpected.RemoveAt(match);
                missing.RemoveAt(i);
            }
        }

        return new UnitTestDifference([.. result.Columns.Skip(1).Select(c => c.Name)], [.. missing], [.. unexpected]);
    }

    /// <summary>
    /// A table of the differing rows, one line each: `-` before an expected row that is missing, `+` before one that was not expected,
    /// `→` before a row whose cells show the expected and the actual value.
    /// </summary>
    public string Format() => DifferenceTable.Format(this);

    private static string? Normalize(string? text, string typeName) =>
        text is not null && typeName == "numeric" && text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
}
