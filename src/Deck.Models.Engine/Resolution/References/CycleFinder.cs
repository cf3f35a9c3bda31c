using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.References;

/// <summary>Finds nodes that depend on themselves through others.</summary>
internal static class CycleFinder
{
    /// <summary>One diagnostic for each cycle met; what remains after taking out the cycles found is not searched again.</summary>
    public static IEnumerable<Diagnostic> Find(ImmutableArray<KeptDraft> nodes)
    {
        Dictionary<NodeId, int> indexes = new(nodes.Length);
        foreach (KeptDraft node in nodes)
        {
            indexes.Add(node.Draft.Id, indexes.Count);
        }

        int[][] edges = [.. nodes.Select(n => Array.ConvertAll(n.DependsOn.ToArray(), id => indexes[id]))];
        State[] states = new State[nodes.Length];
        Walk walk = new(nodes.Length);
        for (int start = 0; start < nodes.Length; start++)
        {
            if (states[start] == State.New && Search(start, edges, states, walk) is { } cycle)
            {
                yield return Describe([.. cycle.Select(i => nodes[i].Draft)]);
            }
        }
    }

    /// <summary>Depth first with a stack of its own, as chains of models can be long.</summary>
    private static List<int>? Search(int start, int[][] edges, State[] states, Walk walk)
    {
        List<int>? cycle = null;
        walk.Enter(start);
        states[start] = State.OnPath;
        while (walk.Depth > 0)
        {
            if (!walk.TryStep(edges, out int target))
            {
                states[walk.Leave()] = State.Done;
            }
            else if (states[target] == State.New)
            {
                states[target] = State.OnPath;
                walk.Enter(target);
            }
            else if (states[target] == State.OnPath)
            {
                cycle ??= walk.From(target);
            }
        }

        return cycle;
    }

    /// <summary>Written as `a -> b -> c -> a`, where `a` depends on `b`, from the first in alphabetical order.</summary>
    private static Diagnostic Describe(NodeDraft[] cycle)
    {
        int first = Enumerable.Range(0, cycle.Length).MinBy(i => cycle[i].Id);
        NodeDraft[] around = [.. cycle.Skip(first).Concat(cycle.Take(first))];
        string names = string.Join(" -> ", around.Append(around[0]).Select(n => n.Name));
        string next = around[1 % around.Length].Name;
        Location place = around[0].Declaration.Refs.FirstOrDefault(r => r.Name == next)?.Location
            ?? around[0].Declaration.Metrics.FirstOrDefault(m => m.Name == next)?.Location
            ?? around[0].Location;
        string noun = around.All(n => n.ResourceType == ResourceType.Metric) ? "metrics" : "models";
        return Diagnostic.Error(ResolutionCodes.Cycle, $"{noun} depend on each other in a cycle: `{names}`", place);
    }

    /// <summary>How far the walk has come with a node.</summary>
    private enum State
    {
        New,
        OnPath,
        Done,
    }

    /// <summary>The path from where a search began to where it is, with the edge that comes next at each node.</summary>
    private sealed class Walk(int nodes)
    {
        private readonly int[] path = new int[nodes];
        private readonly int[] next = new int[nodes];

        public int Depth { get; private set; }

        public void Enter(int node)
        {
            (path[Depth], next[Depth]) = (node, 0);
            Depth++;
        }

        public int Leave() => path[--Depth];

        /// <summary>The next node that the last one depends on; false where there is none left.</summary>
        public bool TryStep(int[][] edges, out int target)
        {
            int[] targets = edges[path[Depth - 1]];
            int edge = next[Depth - 1]++;
            target = edge < targets.Length ? targets[edge] : -1;
            return target >= 0;
        }

        /// <summary>The part of the path that begins with a node.</summary>
        public List<int> From(int node) => [.. path.Take(Depth).SkipWhile(n => n != node)];
    }
}
