using System.Collections.Frozen;

namespace Deck.Models.Engine.Resolution;

/// <summary>Names of <see cref="ResourceType"/> as dbt writes them.</summary>
public static class ResourceTypes
{
    private static readonly FrozenDictionary<string, ResourceType> ByName =
        Enum.GetValues<ResourceType>().ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    public static string NameOf(ResourceType type) => type == ResourceType.UnitTest ? "unit_test" : type.ToString().ToLowerInvariant();

    public static bool TryParse(string name, out ResourceType type) => ByName.TryGetValue(name, out type);
}
