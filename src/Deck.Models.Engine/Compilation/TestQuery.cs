using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Compilation;

/// <summary>The query that turns a data test's failing rows into its verdict, as dbt's `get_test_sql` writes it.</summary>
/// <param name="Sql">Returns one row: `failures`, `should_warn`, `should_error`.</param>
/// <param name="ModelOffset">Where the test's own SQL starts in <paramref name="Sql"/>; null where it reads the stored failures.</param>
/// <param name="StoreAs">`table` or `view` where the failures are stored first, else null.</param>
public sealed record TestQuery(string Sql, int? ModelOffset, string? StoreAs)
{
    private const string Ephemeral = "ephemeral";

    /// <summary>
    /// Makes the query of a compiled test. With `store_failures` the caller first creates the node's relation as
    /// <see cref="StoreAs"/> of <see cref="CompiledModel.Sql"/>, and <see cref="Sql"/> reads that relation.
    /// </summary>
    /// <param name="storeFailures">The invocation's `--store-failures`; a config on the test wins over it.</param>
    public static TestQuery Of(CompiledModel test, bool storeFailures)
    {
        NodeConfig config = test.Node.Config;
        string? storeAs = test.Node.Relation is null ? null : StoredAs(config, storeFailures);
        string calculation = config.GetText("fail_calc") ?? "count(*)";
        string start = $"""
            select
              {calculation} as failures,
              {calculation} {config.GetText("warn_if") ?? "!= 0"} as should_warn,
              {calculation} {config.GetText("error_if") ?? "!= 0"} as should_error
            from (

            """;
        string limit = config.GetText("limit") is { } rows ? $"\nlimit {rows}" : "";
        string rowsQuery = storeAs is null ? test.Sql : $"select *\nfrom {test.Node.Relation}";
        return new TestQuery($"{start}{rowsQuery}{limit}\n) dbt_internal_test", storeAs is null ? start.Length : null, storeAs);
    }

    /// <summary>dbt: `store_failures_as` decides; else `store_failures`, else the flag, and then a table.</summary>
    private static string? StoredAs(NodeConfig config, bool storeFailures) => config.GetText("store_failures_as")?.ToLowerInvariant() switch
    {
        Ephemeral => null,
        { } kind => kind,
        null => config.GetBoolean("store_failures") ?? storeFailures ? "table" : null,
    };
}
