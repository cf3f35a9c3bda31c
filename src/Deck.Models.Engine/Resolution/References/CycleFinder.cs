using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.References;

/// <summary>Finds nodes that depend on themselves through others.</summary>
internal static class CycleFinder
{
    /// <summary>One diagnostic for each cycle met; what remains after taking out the cycles found is not searched again.</summary>
    /// <param name="edges">For each node the indexes of those it depends on.</param>
    public static IEnumerable<Diagnostic> Find(ImmutableArray<NodeDraft> nodes, ImmutableArray<ImmutableArray<int>> edges)
    {
        State[] states = new State[nodes.Length];
        for (int start = 0; start < nodes.Length; start++)
        {
            if (states[start] == State.New && Search(start, edges, states) is { } cycle)
            {
                yield return Describe(cycle, nodes);
            }
        }
    }

    /// <summary>Depth first with a stack of its own, as chains of models can be long.</summary>
    private static List<int>? Search(int start, ImmutableArray<ImmutableArray<int>> edges, State[] states)
    {
        Stack<(int Node, int Next)> path = new([(start, 0)]);
        states[start] = State.OnPath;
        List<int>? cycle = null;
        while (path.TryPop(out (int Node, int Next) step))
        {
            if (step.Next == edges[step.Node].Length)
            {
                states[step.Node] = State.Done;
                continue;
            }

            path.Push((step.Node, step.Next + 1));
            int target = edges[step.Node][step.Next];
            if (states[target] == State.New)
            {
                states[target] = State.OnPath;
                path.Push((target, 0));
            }
            else if (states[target] == State.OnPath)
            {
                cycle ??= [.. path.Select(s => s.Node).TakeWhile(n => n != target).Append(target).Reverse()];
            }
        }

        return cycle;
    }

    /// <summary>Written as `a -> b -> c -> a`, where `a` depends on `b`, from the first in alphabetical order.</summary>
    private static Diagnostic Describe(List<int> cycle, ImmutableArray<NodeDraft> nodes)
    {
        int first = Enumerable.Range(0, cycle.Count).MinBy(i => nodes[cycle[i]].Id);
        NodeDraft[] around = [.. cycle.Skip(first).Concat(cycle.Take(first)).Select(i => nodes[i])];
        string names = string.Join(" -> ", around.Append(around[0]).Select(n => n.Name));
        Location place = around[0].Declaration.Refs.FirstOrDefault(r => r.Name == around[1 % around.Length].Name)?.Location ?? around[0].Location;
        return Diagnostic.Error(ResolutionCodes.Cycle, $"models depend on each other in a cycle: `{names}`", place);
    }

    /// <summary>How far the walk has come with a node.</summary>
    private enum State
    {
        New,
        OnPath,
        Done,
    }
}
