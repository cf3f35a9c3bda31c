using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;

namespace Deck.Models.Engine.Planning.Fusing;

/// <summary>One query that counts for several tests.</summary>
/// <param name="Sql">Gives one row with a column for every test: its failures, or null where its own query has to be asked.</param>
/// <param name="Tests">In the order of the columns.</param>
internal sealed record FusedQuery(string Sql, ImmutableArray<FusableTest> Tests)
{
    /// <summary>Below this size in bytes a `unique` is as quickly counted as anything is found out about it.</summary>
    private const int Small = 8 * 1024 * 1024;

    /// <summary>The tests on conditions share a scan of their relation; values that must be unique are grouped where the relation is small, as it is where it has no size of its own.</summary>
    public static FusedQuery Of(IReadOnlyCollection<FusableTest> tests)
    {
        List<FusableTest> ordered = [];
        List<string> counts = [];
        List<string> scans = [];
        foreach (IGrouping<string, FusableTest> scan in tests.Where(t => t.Kind != FusedKind.Unique).GroupBy(t => t.Rows.Relation))
        {
            FusableTest[] together = [.. scan];
            counts.AddRange(together.Select((t, i) => CountOf(t, $"s{scans.Count}.n{i}")));
            scans.Add($"{Scan(together)} s{scans.Count}");
            ordered.AddRange(together);
        }

        foreach (FusableTest unique in tests.Where(t => t.Kind == FusedKind.Unique))
        {
            counts.Add(WhereSmall(unique));
            ordered.Add(unique);
        }

        string from = scans.Count == 0 ? "" : $"\nfrom {string.Join(", ", scans)}";
        return new FusedQuery($"select {string.Join(",\n  ", counts)}{from}", [.. ordered]);
    }

    private static string CountOf(FusableTest test, string rows) => test.Kind == FusedKind.Rows ? rows : $"case when {rows} = 0{CanGroup(test)} then 0 end";

    /// <summary>True, or an error where the value's type knows no groups (`json`, `point`, `box`), as the test's own query is one; the server finds that out without reading a row.</summary>
    private static string CanGroup(FusableTest test) =>
        test.Grouped is { } value ? $" and not exists (select from {test.Rows.Text} where false group by {value})" : "";

    private static string WhereSmall(FusableTest unique) =>
        $"case when coalesce(pg_relation_size(to_regclass({SqlText.Literal(unique.Rows.Relation)})), 0) < {Small} then (select count(*) from (\n{unique.Test.Sql}\n) u) end";

    /// <summary>Where all tests read the same rows these are the scan; else each condition takes its rows from the relation.</summary>
    private static string Scan(FusableTest[] tests)
    {
        bool isSame = tests.All(t => t.Rows.Text == tests[0].Rows.Text);
        IEnumerable<string> counts = tests.Select((t, i) => $"count(*) filter (where {(isSame ? "" : RowsOf(t))}({t.Expression})) as n{i}");
        return $"(select\n    {string.Join(",\n    ", counts)}\n  from {(isSame ? tests[0].Rows.Text : RelationOf(tests))})";
    }

    private static string RowsOf(FusableTest test) => test.Rows.Condition is { } condition ? $"({condition}) and " : "";

    /// <summary>The relation, and only the rows that some test asks for: an index or a partition may know them.</summary>
    private static string RelationOf(FusableTest[] tests)
    {
        string[] conditions = [.. tests.Select(t => t.Rows.Condition).OfType<string>()];
        return conditions.Length < tests.Length
            ? tests[0].Rows.Relation
            : $"{tests[0].Rows.Relation}\n  where {string.Join("\n    or ", conditions.Distinct().Select(c => $"({c})"))}";
    }
}
