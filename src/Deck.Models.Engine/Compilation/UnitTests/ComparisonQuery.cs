using System.Collections.Immutable;
using Deck.Models.Engine.Compilation.Injection;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Rendering;

namespace Deck.Models.Engine.Compilation.UnitTests;

/// <summary>The query that a unit test runs: the model's rows and the expected ones, marked.</summary>
internal static class ComparisonQuery
{
    public static RenderedText Write(RenderedText actual, string expected, ImmutableArray<FixtureColumn> columns, UnitTestNode test)
    {
        string list = string.Concat(columns.Select(c => $",\n    {RelationName.Quote(c.Name)}"));
        return new MappedTextBuilder()
            .Append($"select\n    'actual' as actual_or_expected{list}\nfrom (\n", test.Location)
            .Append(actual)
            .Append($"\n) as dbt_internal_unit_test_actual\nunion all\nselect\n    'expected' as actual_or_expected{list}\nfrom (\n", test.Location)
            .Append(expected, test.Expect.Location)
            .Append("\n) as dbt_internal_unit_test_expected", test.Location)
            .Build();
    }
}
