namespace Deck.Models.Engine.Resolution;

/// <summary>Names of <see cref="ResourceType"/> as dbt writes them.</summary>
public static class ResourceTypes
{
    /// <summary>In the order of the enumeration.</summary>
    private static readonly string[] Names =
    [
        "model", "seed", "snapshot", "test", "unit_test", "analysis", "operation", "source", "exposure", "function", "semantic_model", "metric", "saved_query",
    ];

    public static string NameOf(ResourceType type) => Names[(int)type];

    public static bool TryParse(string name, out ResourceType type)
    {
        int index = Array.IndexOf(Names, name);
        type = index >= 0 ? (ResourceType)index : default;
        return index >= 0;
    }
}
