using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>The built-in materializations of models, by the name that `materialized` gives.</summary>
public static class MaterializationTable
{
    private static readonly FrozenDictionary<string, IMaterialization> ByName = new Dictionary<string, IMaterialization>
    {
        ["view"] = new ViewMaterialization(),
        ["table"] = new TableMaterialization(),
        ["incremental"] = new IncrementalMaterialization(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All names, `ephemeral` among them, which builds nothing.</summary>
    public static IEnumerable<string> Names => ["view", "table", "incremental", "ephemeral"];

    public static bool TryFind(string name, [NotNullWhen(true)] out IMaterialization? materialization) => ByName.TryGetValue(name, out materialization);
}
