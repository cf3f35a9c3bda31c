using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning;

/// <summary>Whether a data test keeps its failing rows in a relation.</summary>
internal static class StoredFailures
{
    /// <summary>The test's own `store_failures_as` or `store_failures` wins over the flag, as in dbt.</summary>
    public static bool AreKept(DataTestNode test, bool flag) => test.Config.GetText("store_failures_as") switch
    {
        "ephemeral" => false,
        "table" or "view" => true,
        _ => test.Config.GetBoolean("store_failures") ?? flag,
    };
}
