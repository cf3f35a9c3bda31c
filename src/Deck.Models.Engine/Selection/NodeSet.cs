using System.Collections;
using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Selection;

/// <summary>Some of a manifest's nodes, in the manifest's order.</summary>
public sealed class NodeSet : IEnumerable<Node>
{
    private readonly Manifest manifest;
    private readonly BitArray members;

    /// <param name="indexes">Places in <see cref="Manifest.Nodes"/>; repeats count once.</param>
    public NodeSet(Manifest manifest, IEnumerable<int> indexes)
    {
        this.manifest = manifest;
        members = new BitArray(manifest.Nodes.Length);
        foreach (int index in indexes)
        {
            members[index] = true;
        }

        Indexes = [.. Enumerable.Range(0, members.Length).Where(i => members[i])];
    }

    /// <summary>Places in <see cref="Manifest.Nodes"/>, ascending.</summary>
    public ImmutableArray<int> Indexes { get; }

    public int Count => Indexes.Length;

    public static NodeSet All(Manifest manifest) => new(manifest, Enumerable.Range(0, manifest.Nodes.Length));

    public bool Contains(int index) => members[index];

    public bool Contains(NodeId id) => manifest.TryFind(id, out _) && members[manifest.IndexOf(id)];

    public IEnumerator<Node> GetEnumerator() => Indexes.Select(i => manifest.Nodes[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
