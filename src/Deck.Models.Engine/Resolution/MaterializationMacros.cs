using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Compilation.Context;

namespace Deck.Models.Engine.Resolution;

/// <summary>Finds the materializations that the project and its packages write in Jinja, in dbt's order.</summary>
public static class MaterializationMacros
{
    /// <summary>The flag that lets a package's materialization take the place of a built-in one.</summary>
    private const string ExplicitOverrides = "require_explicit_package_overrides_for_builtin_materializations";

    /// <summary>What `clone` does with a node, whatever the node's own materialization is.</summary>
    public const string Clone = "clone";

    private const string Unit = "unit";

    private static readonly string[] FixturePieces =
        ["get_fixture_sql", "format_row", "validate_fixture_rows", "get_columns_for_unit_tests", "safe_cast", "string_literal", "escape_single_quotes"];

    private static readonly string[] Adapters = ["postgres", "default"];

    private static readonly FrozenSet<string> BuiltIn =
        FrozenSet.ToFrozenSet(["view", "table", "incremental", "materialized_view", "snapshot", "seed", "test", Unit, Clone, "function"], StringComparer.Ordinal);

    /// <summary>What some materializations are put together from: a plan knows none of these, so that a node whose project has one of its own runs as a script.</summary>
    private static readonly FrozenDictionary<string, string[]> Pieces = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["snapshot"] = ["snapshot_merge_sql", "snapshot_staging_table", "build_snapshot_staging_table", "build_snapshot_table", "post_snapshot", "create_columns"],
        ["seed"] = ["create_csv_table", "reset_csv_table", "load_csv_rows", "get_csv_sql", "get_binding_char", "get_batch_size", "get_seed_column_quoted_csv"],
        [Unit] = ["get_unit_test_sql", "get_expected_sql", .. FixturePieces],
    }.ToFrozenDictionary(StringComparer.Ordinal);

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
        return Pieces.TryGetValue(materialization, out string[]? pieces)
            && pieces.Any(manifest.Macros.IsOverridden)
            && manifest.Macros.TryFind(MacroRegistry.InternalPackage, $"materialization_{materialization}_default", out macro);
    }

    /// <summary>The macro of a node's materialization; false where the built-in one counts, or none.</summary>
    public static bool TryFind(Manifest manifest, Node node, [NotNullWhen(true)] out Macro? macro) =>
        TryFind(manifest, node is UnitTestNode ? Unit : node.Config.Materialized, out macro)
        || (node is DataTestNode && node.Config.GetText("sql_header") is not null && manifest.Project.IsFlagOn(InvocationContext.TestHeaders, otherwise: false)
            && manifest.Macros.TryFind(MacroRegistry.InternalPackage, "materialization_test_default", out macro));

    /// <summary>True where the project or a package writes the rows of unit tests its own way.</summary>
    public static bool HasOwnFixtures(MacroRegistry macros) => FixturePieces.Any(macros.IsOverridden);

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
