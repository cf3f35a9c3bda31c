using Deck.Models.Engine.Planning.Materializations.Contracts;
using Deck.Models.Engine.Planning.Materializations.Functions;
using Deck.Models.Engine.Planning.Materializations;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Planning;

/// <summary>Finds what keeps a node from being executed before anything is sent to the server.</summary>
internal static class PlanCheck
{
    public static IEnumerable<Diagnostic> Check(Node node, Manifest manifest)
    {
        string database = manifest.Project.Profile.Database;
        if (node.Relation is { Database: { } other } relation && other != database && node is not (DataTestNode or UnitTestNode))
        {
            yield return Diagnostic.Error(
                    PlanningCodes.OtherDatabase, $"`{node.Name}` belongs into the database `{other}`, but the connection is to `{database}`", PlaceOf(node, "database"))
                .WithHint($"PostgreSQL cannot write to another database over one connection; `{relation.Schema}` may be a schema of `{database}`");
        }

        if (node is ModelNode && !MaterializationTable.TryFind(node, out _) && !MaterializationMacros.TryFind(manifest, node.Config.Materialized, out _))
        {
            yield return Unknown(node);
        }

        foreach (Diagnostic diagnostic in node is FunctionNode function ? CheckFunction(function, manifest) : [])
        {
            yield return diagnostic;
        }

        foreach (Diagnostic diagnostic in node is ModelNode && Contract.IsEnforced(node) ? CheckContract(node) : [])
        {
            yield return diagnostic;
        }
    }

    private static IEnumerable<Diagnostic> CheckFunction(FunctionNode function, Manifest manifest)
    {
        string macro = FunctionMacros.NameOf(function);
        if (MaterializationMacros.TryFind(manifest, function.Config.Materialized, out _))
        {
            yield break;
        }

        if (macro != "scalar_function_sql" && !manifest.Macros.IsOverridden(macro))
        {
            yield return Diagnostic.Error(PlanningCodes.UnsupportedFunction, $"`{function.Name}` is a function of type `{function.Kind}` in {function.Language}; those of PostgreSQL are scalar ones in SQL", PlaceOf(function, "type"))
                .WithHint($"a macro `postgres__{macro}(target_relation)` of the project can write it")
                .WithHint(function.Kind == "table" ? "a scalar function may return rows: `data_type: table (id integer, name text)`" : null);
        }
        else if (function.Signature.Returns is null)
        {
            yield return Diagnostic.Error(PlanningCodes.IncompleteFunction, $"nothing says what the function `{function.Name}` returns", function.Location)
                .WithHint($"describe it under `functions:` in a properties file, with `returns: {{data_type: …}}` and its `arguments`");
        }
    }

    /// <summary>dbt enforces contracts of tables, views and incremental models.</summary>
    private static IEnumerable<Diagnostic> CheckContract(Node node)
    {
        if (node.Config.Materialized is not ("table" or "view" or "incremental"))
        {
            yield return Diagnostic.Warning(PlanningCodes.NotYetEnforced, $"the contract of `{node.Name}` is not enforced: its materialization is `{node.Config.Materialized}`", PlaceOf(node, "contract"));
        }
        else if (node.Columns.IsEmpty)
        {
            yield return Diagnostic.Error(PlanningCodes.IncompleteContract, $"the contract of `{node.Name}` has no columns", PlaceOf(node, "contract"))
                .WithHint("describe each column with its `data_type` under `columns` in a properties file");
        }

        foreach (Column column in node.Columns.Where(c => c.DataType is null))
        {
            yield return Diagnostic.Error(PlanningCodes.IncompleteContract, $"the contract of `{node.Name}` gives no `data_type` for the column `{column.Name}`", column.Location ?? PlaceOf(node, "contract"));
        }
    }

    private static Diagnostic Unknown(Node node)
    {
        string name = node.Config.Materialized;
        return Diagnostic.Error(PlanningCodes.UnknownMaterialization, $"`{node.Name}` asks for the materialization `{name}`, which this version does not have", PlaceOf(node, "materialized"))
            .WithHint(Spelling.DidYouMean(name, MaterializationTable.Names))
            .WithHint($"there are {string.Join(", ", MaterializationTable.Names.Select(n => $"`{n}`"))}");
    }

    private static Location PlaceOf(Node node, string config) => node.Config.LocationOf(config) ?? node.Location;
}
