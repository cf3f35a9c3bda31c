using System.Collections.Immutable;
using Deck.Models.Engine.Planning.Fusing;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning;

/// <summary>The order among the nodes of a plan: the manifest's edges, led through nodes that are not executed, and the edges that tests add in `build`.</summary>
internal sealed class PlanGraph
{
    private readonly Manifest manifest;
    private readonly HashSet<int>[] before;

    private PlanGraph(Manifest manifest)
    {
        this.manifest = manifest;
        before = [.. manifest.Nodes.Select((_, i) => manifest.ParentsOf(i).ToHashSet())];
    }

    /// <summary>The executed nodes in dependency order, ties broken by the manifest's order.</summary>
    /// <param name="executed">Places in the manifest.</param>
    public static ImmutableArray<PlannedNode> Order(Manifest manifest, IReadOnlySet<int> executed, bool testsGate)
    {
        PlanGraph graph = new(manifest);
        if (testsGate)
        {
            graph.PutUnitTestsBeforeTheirModels(executed);
            graph.PutTestsBeforeDownstream(executed);
        }

        return graph.Number(executed);
    }

    /// <summary>A unit test needs what its model reads, not the model, and the model waits for its verdict.</summary>
    private void PutUnitTestsBeforeTheirModels(IReadOnlySet<int> executed)
    {
        foreach (int test in executed.Where(i => manifest.Nodes[i] is UnitTestNode))
        {
            int model = manifest.IndexOf(((UnitTestNode)manifest.Nodes[test]).Model);
            before[test] = [.. manifest.ParentsOf(model)];
            before[model].Add(test);
        }
    }

    /// <summary>dbt's `add_test_edges`: what depends on all that a test reads waits for the test. The nearest such nodes suffice.</summary>
    private void PutTestsBeforeDownstream(IReadOnlySet<int> executed)
    {
        foreach (int test in executed.Where(i => manifest.Nodes[i] is DataTestNode && !manifest.ParentsOf(i).IsEmpty))
        {
            HashSet<int> common = Below(manifest.ParentsOf(test)[0]);
            foreach (int parent in manifest.ParentsOf(test)[1..])
            {
                common.IntersectWith(Below(parent));
            }

            foreach (int node in common)
            {
                if (!manifest.ParentsOf(node).Any(common.Contains))
                {
                    before[node].Add(test);
                }
            }
        }
    }

    /// <summary>Everything downstream of a node that a test can hold back: exposures, metrics and their like wait for no test, and nothing depends on tests.</summary>
    private HashSet<int> Below(int start)
    {
        HashSet<int> found = [];
        Stack<int> open = new([start]);
        while (open.TryPop(out int node))
        {
            foreach (int child in manifest.ChildrenOf(node))
            {
                if (manifest.Nodes[child] is { IsPlain: true } and not DataTestNode && found.Add(child))
                {
                    open.Push(child);
                }
            }
        }

        return found;
    }

    private ImmutableArray<PlannedNode> Number(IReadOnlySet<int> executed)
    {
        List<int> order = TopologicalOrder.Of(before);
        Dictionary<int, int> places = [];
        HashSet<int>[] sources = new HashSet<int>[before.Length];
        List<(Node Node, ImmutableArray<int> Predecessors)> planned = [];
        foreach (int node in order)
        {
            HashSet<int> reached = [.. before[node].SelectMany(p => sources[p])];
            if (!executed.Contains(node))
            {
                sources[node] = reached;
                continue;
            }

            places[node] = planned.Count;
            sources[node] = [places[node]];
            planned.Add((manifest.Nodes[node], [.. reached.Order()]));
        }

        int[] waiting = CountWaiting(planned);
        return [.. planned.Select((p, i) => new PlannedNode(p.Node, p.Predecessors, waiting[i]) { ScanOf = SharedScan.Of(p.Node, manifest) })];
    }

    private static int[] CountWaiting(List<(Node Node, ImmutableArray<int> Predecessors)> planned)
    {
        HashSet<int>[] waiting = [.. planned.Select(_ => new HashSet<int>())];
        for (int i = planned.Count - 1; i >= 0; i--)
        {
            foreach (int predecessor in planned[i].Predecessors)
            {
                waiting[predecessor].Add(i);
                waiting[predecessor].UnionWith(waiting[i]);
            }
        }

        return [.. waiting.Select(w => w.Count)];
    }
}
