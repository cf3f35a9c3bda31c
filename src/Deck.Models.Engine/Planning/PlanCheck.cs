using Deck.Models.Engine.Planning.Materializations.Contracts;
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

        foreach (Diagnostic diagnostic in node is ModelNode && Contract.IsEnforced(node) ? CheckContract(node) : [])
        {
            yield return diagnostic;
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
