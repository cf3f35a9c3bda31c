using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Engine.Resolution;

/// <summary>Finds the materializations that the project and its packages write in Jinja, in dbt's order.</summary>
public static class MaterializationMacros
{
    /// <summary>The flag that lets a package's materialization take the place of a built-in one.</summary>
    private const string ExplicitOverrides = "require_explicit_package_overrides_for_builtin_materializations";

    /// <summary>What `clone` does with a node, whatever the node's own materialization is.</summary>
    public const string Clone = "clone";

    private static readonly string[] Adapters = ["postgres", "default"];

    private static readonly FrozenSet<string> BuiltIn =
        FrozenSet.ToFrozenSet(["view", "table", "incremental", "materialized_view", "snapshot", "seed", "test", "unit", Clone, "function"], StringComparer.Ordinal);

    /// <summary>What snapshots are put together from: a plan knows none of these, so that a snapshot with one of the project's own runs as a script.</summary>
    private static readonly string[] SnapshotPieces =
        ["snapshot_merge_sql", "snapshot_staging_table", "build_snapshot_staging_table", "build_snapshot_table", "post_snapshot", "create_columns"];

    /// <summary>
    /// The macro of a materialization: one for PostgreSQL before one for every adapter, the root project's before a package's. A package
    /// replaces a built-in one only where the project's flag allows it. False where the built-in one counts, or none.
    /// </summary>
    public static bool TryFind(Manifest manifest, string materialization, [NotNullWhen(true)] out Macro? macro)
    {
        string root = manifest.Project.ProjectName;
        bool packagesMay = !BuiltIn.Contains(materialization) || !manifest.Project.IsFlagOn(ExplicitOverrides, otherwise: true);
        foreach (string adapter in Adapters)
        {
            string name = $"materialization_{materialization}_{adapter}";
            if (manifest.Macros.TryFind(root, name, out macro) || (packagesMay && TryFindInPackages(manifest.Macros, name, out macro)))
            {
                return true;
            }
        }

        macro = null;
        return materialization == "snapshot"
            && SnapshotPieces.Any(manifest.Macros.IsOverridden)
            && manifest.Macros.TryFind(MacroRegistry.InternalPackage, "materialization_snapshot_default", out macro);
    }

    /// <summary>True for a materialization that may find nothing to do, and then needs no statement `main`.</summary>
    public static bool MayDoNothing(Macro materialization) => materialization.Name.StartsWith($"materialization_{Clone}_", StringComparison.Ordinal);

    private static bool TryFindInPackages(MacroRegistry macros, string name, [NotNullWhen(true)] out Macro? macro)
    {
        foreach (string package in macros.Packages)
        {
            if (macros.TryFind(package, name, out macro))
            {
                return true;
            }
        }

        macro = null;
        return false;
    }
}
