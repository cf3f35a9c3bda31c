using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Planning.Materializations.Functions;
using Deck.Models.Engine.Planning.Materializations.Snapshots;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>The built-in materializations: those of models by the name that `materialized` gives, and those of snapshots and functions.</summary>
public static class MaterializationTable
{
    private static readonly FrozenDictionary<string, IMaterialization> ByName = new Dictionary<string, IMaterialization>
    {
        ["view"] = new ViewMaterialization(),
        ["table"] = new TableMaterialization(),
        ["incremental"] = new IncrementalMaterialization(),
        ["materialized_view"] = new MaterializedViewMaterialization(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly SnapshotMaterialization Snapshot = new();
    private static readonly FunctionMaterialization Function = new();

    /// <summary>All names, `ephemeral` among them, which builds nothing.</summary>
    public static IEnumerable<string> Names => ["view", "table", "incremental", "materialized_view", "ephemeral"];

    /// <summary>The materialization of a model, snapshot or function.</summary>
    public static bool TryFind(Node node, [NotNullWhen(true)] out IMaterialization? materialization)
    {
        materialization = node switch
        {
            SnapshotNode => Snapshot,
            FunctionNode => Function,
            _ => ByName.GetValueOrDefault(node.Config.Materialized),
        };
        return materialization is not null;
    }
}
