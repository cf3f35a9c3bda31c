namespace Deck.Models.Engine.Planning;

/// <summary>Sorts the nodes of an acyclic graph so that each comes after those before it; among equals the smaller number first.</summary>
internal static class TopologicalOrder
{
    /// <param name="before">For each node, the nodes that must precede it.</param>
    public static List<int> Of(IReadOnlyList<IReadOnlyCollection<int>> before)
    {
        List<int>[] after = [.. before.Select(_ => new List<int>())];
        int[] open = [.. before.Select(b => b.Count)];
        for (int node = 0; node < before.Count; node++)
        {
            foreach (int predecessor in before[node])
            {
                after[predecessor].Add(node);
            }
        }

        PriorityQueue<int, int> ready = new(Enumerable.Range(0, before.Count).Where(i => open[i] == 0).Select(i => (i, i)));
        List<int> order = new(before.Count);
        while (ready.TryDequeue(out int node, out _))
        {
            order.Add(node);
            foreach (int next in after[node])
            {
                if (--open[next] == 0)
                {
                    ready.Enqueue(next, next);
                }
            }
        }

        return order.Count == before.Count ? order : throw new ArgumentException("the graph has a cycle", nameof(before));
    }
}
