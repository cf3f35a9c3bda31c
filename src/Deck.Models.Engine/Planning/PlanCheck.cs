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

        if (node.Config.TryGet("contract", out Value? contract) && contract is DictValue dict && dict.TryGet("enforced", out Value? enforced) && enforced.IsTrue)
        {
            yield return Diagnostic.Warning(PlanningCodes.NotYetEnforced, $"the contract of `{node.Name}` is not enforced by this version", PlaceOf(node, "contract"));
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
