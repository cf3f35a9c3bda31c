using System.Collections.Immutable;
using Deck.Models.Engine.Planning.Materializations;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Selection;
using Deck.Models.Text;

namespace Deck.Models.Engine.Planning;

/// <summary>Decides what a command does to the selected nodes, without touching the database.</summary>
public static class Planner
{
    /// <summary>
    /// The selected nodes that the command executes, in dependency order. Nodes between two executed ones that are not executed themselves
    /// (not selected, ephemeral, sources) carry the dependency on, as in dbt.
    /// </summary>
    public static Checked<RunPlan> Plan(Manifest manifest, NodeSet selection, Catalog catalog)
    {
        HashSet<int> executed = [.. Executed(manifest, selection)];
        List<Diagnostic> diagnostics = [.. executed.Order().SelectMany(i => PlanCheck.Check(manifest.Nodes[i], manifest))];
        Checked<ImmutableDictionary<NodeId, ModelNode>> pointers = LatestVersionPointer.FindAll(manifest, PlannedKinds.Builds(manifest.Project.Settings.Command) ? executed.Order().Select(i => manifest.Nodes[i]) : []);
        diagnostics.AddRange(pointers.Diagnostics);
        if (!pointers.Succeeded(out ImmutableDictionary<NodeId, ModelNode>? views) || diagnostics.Any(d => d.Severity == Severity.Error))
        {
            return Check.Failed<RunPlan>(diagnostics);
        }

        RunPlan plan = new()
        {
            Manifest = manifest,
            Catalog = catalog,
            Nodes = PlannedKinds.IsOrdered(manifest.Project.Settings.Command)
                ? [.. PlanGraph.Order(manifest, executed, PlannedKinds.TestsGate(manifest.Project.Settings.Command)).Select(n => n with { IsBrief = IsBrief(n.Node) })]
                : [.. executed.Order().Select(i => new PlannedNode(manifest.Nodes[i], [], 0))],
            Pointers = views,
            Schemas = [.. SchemasOf(manifest, selection).Where(s => !catalog.HasSchema(s))],
            OnRunStart = Operations(manifest, true),
            OnRunEnd = Operations(manifest, false),
        };
        return Check.Ok(plan, diagnostics);

        bool IsBrief(Node node) => !views.ContainsKey(node.Id) && SharedExchange.Allows(node, node.Relation is { } relation && catalog.TryFind(relation, out ExistingRelation? existing) ? existing : null, manifest);
    }

    /// <summary>The schemas that the command writes to: those to read the catalog of before <see cref="Plan"/>.</summary>
    public static ImmutableArray<string> SchemasOf(Manifest manifest, NodeSet selection) =>
    [
        .. Executed(manifest, selection)
            .Select(i => manifest.Nodes[i])
            .Where(n => n is not DataTestNode test || StoredFailures.AreKept(test, manifest.Project.Settings.StoreFailures))
            .Select(n => n.Relation?.Schema)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<int> Executed(Manifest manifest, NodeSet selection) =>
        selection.Indexes.Where(i => PlannedKinds.Includes(manifest.Project.Settings.Command, manifest.Nodes[i]));

    /// <summary>`on-run-start` or `on-run-end`: the root project's, then those of the packages by their names.</summary>
    internal static ImmutableArray<OperationNode> Operations(Manifest manifest, bool atStart) =>
    [
        .. manifest.Nodes.OfType<OperationNode>()
            .Where(o => o.AtStart == atStart && PlannedKinds.IsOrdered(manifest.Project.Settings.Command))
            .OrderBy(o => o.PackageName != manifest.Project.ProjectName)
            .ThenBy(o => o.PackageName, StringComparer.Ordinal)
            .ThenBy(o => o.Index),
    ];
}
