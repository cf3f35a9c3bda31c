namespace Deck.Models.Engine.Compilation;

/// <summary>The query that turns a data test's failing rows into its verdict, as dbt's `get_test_sql` writes it.</summary>
/// <param name="Sql">Returns one row: `failures`, `should_warn`, `should_error`.</param>
/// <param name="ModelOffset">Where the test's own SQL starts in <paramref name="Sql"/>; null where it reads the stored failures.</param>
/// <param name="StoreAs">`table` or `view` where the failures are stored first, else null.</param>
public sealed record TestQuery(string Sql, int? ModelOffset, string? StoreAs)
{
    /// <summary>
    /// Makes the query of a compiled test. With `store_failures` the caller first creates the node's relation as
    /// <see cref="StoreAs"/> of <see cref="CompiledModel.Sql"/>, and <see cref="Sql"/> reads that relation.
    /// </summary>
    /// <param name="storeFailures">The invocation's `--store-failures`; a config on the test wins over it.</param>
    public static TestQuery Of(CompiledModel test, bool storeFailures) => new($"{test.Sql}{storeFailures}", 0, null);
}
