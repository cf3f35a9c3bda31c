using System.Collections.Immutable;
using Deck.Models.Engine.Compilation.UnitTests;
using Deck.Models.Engine.Execution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation;

/// <summary>Where the rows of a unit test differ from the expected ones.</summary>
/// <param name="Columns">The compared columns, in the order of the model's.</param>
/// <param name="Missing">Expected rows that the model did not give.</param>
/// <param name="Unexpected">Rows of the model that were not expected.</param>
public sealed record UnitTestDifference(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string?>> Missing, ImmutableArray<ImmutableArray<string?>> Unexpected)
{
    private const string Actual = "actual";
    private const string Side = "actual_or_expected";

    public bool IsEmpty => Missing.IsEmpty && Unexpected.IsEmpty;

    /// <summary>
    /// Compares the rows of a compiled unit test's query (its first column, `actual_or_expected`, tells the two sides apart) as multisets;
    /// numbers are equal whatever zeros end them.
    /// </summary>
    public static UnitTestDifference Of(QueryResult result) => Compare(
        [.. result.Columns.Skip(1).Select(c => c.Name)],
        result.Rows.Select(row => (row[0], (ImmutableArray<string?>)[.. row.Skip(1).Select((text, i) => Normalize(text, result.Columns[i + 1].TypeName == "numeric"))])));

    /// <summary>Compares the rows that a materialization written in Jinja gave; the column `actual_or_expected` may stand anywhere.</summary>
    public static UnitTestDifference Of(QueryTable table)
    {
        string[] names = [.. table.ColumnNames.Select(n => n.ToLowerInvariant())];
        int side = Array.IndexOf(names, Side);
        return Compare([.. names.Where((_, i) => i != side)], table.Rows.Values.Items.Select(row => SplitAt(((MappedSequence)row).Values, side)));
    }

    private static (string? Side, ImmutableArray<string?> Values) SplitAt(TupleValue row, int side)
    {
        string?[] values = [.. row.Items.Select(v => v.IsNone ? null : Normalize(v.ToText(), v is DecimalValue))];
        return (side < 0 ? null : values[side], [.. values.Where((_, i) => i != side)]);
    }

    private static UnitTestDifference Compare(ImmutableArray<string> columns, IEnumerable<(string? Side, ImmutableArray<string?> Values)> rows)
    {
        List<ImmutableArray<string?>> unexpected = [];
        List<ImmutableArray<string?>> missing = [];
        foreach ((string? side, ImmutableArray<string?> values) in rows)
        {
            (side == Actual ? unexpected : missing).Add(values);
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

        return new UnitTestDifference(columns, [.. missing], [.. unexpected]);
    }

    /// <summary>
    /// A table of the differing rows, one line each: `-` before an expected row that is missing, `+` before one that was not expected,
    /// `→` before a row whose cells show the expected and the actual value.
    /// </summary>
    public string Format() => DifferenceTable.Format(this);

    private static string? Normalize(string? text, bool isNumber) =>
        text is not null && isNumber && text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
}
