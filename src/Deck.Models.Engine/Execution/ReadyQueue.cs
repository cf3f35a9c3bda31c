using System.Collections.Immutable;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Planning.Fusing;

namespace Deck.Models.Engine.Execution;

/// <summary>Which nodes of a plan may begin; owned by the one loop that schedules them.</summary>
internal sealed class ReadyQueue
{
    private readonly ImmutableArray<PlannedNode> nodes;
    private readonly int[] open;
    private readonly List<int>[] successors;
    private readonly bool[] settled;
    private readonly Dictionary<string, List<int>> scans = new(StringComparer.Ordinal);
    private readonly PriorityQueue<int, (int Negated, int Place)> ready = new();
    private readonly PriorityQueue<int, (int Negated, int Place)> brief = new();
    private readonly int threads;
    private int offered;

    /// <param name="threads">How many threads there are to take nodes.</param>
    public ReadyQueue(ImmutableArray<PlannedNode> nodes, int threads)
    {
        this.nodes = nodes;
        this.threads = threads;
        open = [.. nodes.Select(n => n.Predecessors.Length)];
        successors = [.. nodes.Select(_ => new List<int>())];
        settled = new bool[nodes.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            foreach (int predecessor in nodes[i].Predecessors)
            {
                successors[predecessor].Add(i);
            }

            Offer(i);
        }
    }

    /// <summary>Takes the ready node for which most others wait, and those that can be done at once with it; nothing where none is ready.</summary>
    /// <param name="idle">How many threads are idle.</param>
    public IReadOnlyList<int> Take(int idle)
    {
        if (brief.TryPeek(out _, out (int, int) first) && (!ready.TryPeek(out _, out (int, int) other) || first.CompareTo(other) < 0))
        {
            return Settle([.. Enumerable.Range(0, Math.Min(SharedExchange.ShareOf(offered, idle, threads), brief.Count)).Select(_ => brief.Dequeue())]);
        }

        while (ready.TryDequeue(out int node, out _))
        {
            if (!settled[node])
            {
                return Settle(nodes[node].ScanOf is { } relation ? Choose(node, relation, idle) : [node]);
            }
        }

        return [];
    }

    /// <summary>Notes that a node went well: what waited only for it becomes ready.</summary>
    public void Succeed(int node)
    {
        foreach (int next in successors[node])
        {
            open[next]--;
            Offer(next);
        }
    }

    /// <summary>Notes that a node failed and gives everything downstream that now cannot begin, in order, each once in the queue's life.</summary>
    public ImmutableArray<int> Fail(int node)
    {
        SortedSet<int> lost = [];
        Stack<int> from = new([node]);
        while (from.TryPop(out int failed))
        {
            foreach (int next in successors[failed].Where(n => !settled[n]))
            {
                settled[next] = true;
                lost.Add(next);
                from.Push(next);
            }
        }

        return [.. lost];
    }

    /// <summary>Everything that has neither begun nor been given up; it is given up now.</summary>
    public ImmutableArray<int> TakeRest()
    {
        ImmutableArray<int> rest = [.. Enumerable.Range(0, nodes.Length).Where(i => !settled[i])];
        foreach (int node in rest)
        {
            settled[node] = true;
        }

        return rest;
    }

    /// <summary>The tests on a relation that a thread takes together; the other ready nodes are work for the other threads.</summary>
    private IReadOnlyList<int> Choose(int node, string relation, int idle)
    {
        int[] ready = [node, .. scans[relation].Where(i => i != node && !settled[i])];
        return SharedScan.Choose(nodes, ready, idle - (offered - ready.Length));
    }

    private IReadOnlyList<int> Settle(IReadOnlyList<int> taken)
    {
        offered -= taken.Count;
        foreach (int node in taken)
        {
            settled[node] = true;
        }

        return taken;
    }

    private void Offer(int node)
    {
        if (open[node] > 0 || settled[node])
        {
            return;
        }

        (nodes[node].IsBrief ? brief : ready).Enqueue(node, (-nodes[node].Priority, node));
        offered++;
        if (nodes[node].ScanOf is { } relation)
        {
            (scans.TryGetValue(relation, out List<int>? tests) ? tests : scans[relation] = []).Add(node);
        }
    }
}
