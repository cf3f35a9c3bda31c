using System.Collections;
using System.Collections.Immutable;
using System.Numerics;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Selection;

/// <summary>Some of a manifest's nodes, in the manifest's order; one bit a node.</summary>
public sealed class NodeSet : IEnumerable<Node>
{
    private const int BitsPerWord = 64;
    private readonly Manifest manifest;
    private readonly ulong[] words;
    private readonly Lazy<ImmutableArray<int>> indexes;

    /// <param name="indexes">Places in <see cref="Manifest.Nodes"/>; repeats count once.</param>
    public NodeSet(Manifest manifest, IEnumerable<int> indexes)
        : this(manifest, new ulong[(manifest.Nodes.Length + BitsPerWord - 1) / BitsPerWord])
    {
        foreach (int index in indexes)
        {
            words[index / BitsPerWord] |= 1UL << (index % BitsPerWord);
        }
    }

    private NodeSet(Manifest manifest, ulong[] words)
    {
        this.manifest = manifest;
        this.words = words;
        indexes = new Lazy<ImmutableArray<int>>(() => [.. Places()]);
    }

    /// <summary>Places in <see cref="Manifest.Nodes"/>, ascending.</summary>
    public ImmutableArray<int> Indexes => indexes.Value;

    public int Count => words.Sum(BitOperations.PopCount);

    public bool IsEmpty => Array.TrueForAll(words, w => w == 0);

    public static NodeSet All(Manifest manifest) => new(manifest, Enumerable.Range(0, manifest.Nodes.Length));

    public static NodeSet Empty(Manifest manifest) => new(manifest, Enumerable.Empty<int>());

    /// <summary>The nodes of a manifest that pass a test.</summary>
    public static NodeSet Where(Manifest manifest, Func<Node, bool> matches) =>
        new(manifest, Enumerable.Range(0, manifest.Nodes.Length).Where(i => matches(manifest.Nodes[i])));

    public bool Contains(int index) => (words[index / BitsPerWord] & (1UL << (index % BitsPerWord))) != 0;

    /// <summary>False for an id that the manifest does not have.</summary>
    public bool Contains(NodeId id) => manifest.TryFind(id, out _) && Contains(manifest.IndexOf(id));

    public NodeSet Union(NodeSet other) => Combine(other, (a, b) => a | b);

    public NodeSet Intersect(NodeSet other) => Combine(other, (a, b) => a & b);

    public NodeSet Except(NodeSet other) => Combine(other, (a, b) => a & ~b);

    /// <summary>Everything that the nodes depend on, up to a number of steps; the nodes themselves where they are ancestors of each other.</summary>
    internal NodeSet Parents(int depth) => Walk(depth, manifest.ParentsOf);

    /// <summary>Everything that depends on the nodes, up to a number of steps.</summary>
    internal NodeSet Children(int depth) => Walk(depth, manifest.ChildrenOf);

    public IEnumerator<Node> GetEnumerator() => Places().Select(i => manifest.Nodes[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<int> Places()
    {
        for (int word = 0; word < words.Length; word++)
        {
            for (ulong rest = words[word]; rest != 0; rest &= rest - 1)
            {
                yield return (word * BitsPerWord) + BitOperations.TrailingZeroCount(rest);
            }
        }
    }

    private NodeSet Combine(NodeSet other, Func<ulong, ulong, ulong> combine)
    {
        ulong[] combined = new ulong[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            combined[i] = combine(words[i], other.words[i]);
        }

        return new NodeSet(manifest, combined);
    }

    private NodeSet Walk(int depth, Func<int, ImmutableArray<int>> neighbours)
    {
        bool[] found = new bool[manifest.Nodes.Length];
        List<int> layer = [.. Places()];
        for (int step = 0; step < depth && layer.Count > 0; step++)
        {
            List<int> next = [];
            foreach (int neighbour in layer.SelectMany(i => neighbours(i)))
            {
                if (!found[neighbour])
                {
                    found[neighbour] = true;
                    next.Add(neighbour);
                }
            }

            layer = next;
        }

        return new NodeSet(manifest, Enumerable.Range(0, found.Length).Where(i => found[i]));
    }
}
