using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Compilation;

namespace Deck.Models.Engine.Resolution;

/// <summary>The whole project, resolved: a closed, acyclic graph of nodes with everything that the later stages ask about.</summary>
public sealed class Manifest
{
    private readonly Dictionary<NodeId, int> indexes;
    private readonly ImmutableArray<int>[] parents;
    private readonly ImmutableArray<int>[] children;

    /// <param name="project">The root project and what surrounds it.</param>
    /// <param name="nodes">Enabled nodes; every id in <see cref="Node.DependsOn"/> is among them.</param>
    /// <param name="macros">All macros of all packages.</param>
    /// <param name="disabled">Nodes that `enabled: false` took out.</param>
    public Manifest(ProjectContext project, ImmutableArray<Node> nodes, MacroRegistry macros, ImmutableArray<Node> disabled)
    {
        Project = project;
        Nodes = nodes;
        Macros = macros;
        Disabled = disabled;
        Outlines = new MacroOutlines(() => MacroDependencies.OutlineAll(project, macros));
        indexes = new Dictionary<NodeId, int>(nodes.Length);
        foreach (Node node in nodes)
        {
            indexes.Add(node.Id, indexes.Count);
        }

        parents = [.. nodes.Select(n => ImmutableArray.Create(Array.ConvertAll(n.DependsOn.ToArray(), id => indexes[id])))];
        children = Invert(parents);
    }

    /// <summary>The manifest with other nodes in the places of some, of the same ids and dependencies.</summary>
    private Manifest(Manifest before, ImmutableArray<Node> nodes)
    {
        Project = before.Project;
        Nodes = nodes;
        Macros = before.Macros;
        Outlines = before.Outlines;
        Disabled = before.Disabled;
        IncompleteTests = before.IncompleteTests;
        Declarations = before.Declarations;
        indexes = before.indexes;
        parents = before.parents;
        children = before.children;
    }

    public ProjectContext Project { get; }

    public ImmutableArray<Node> Nodes { get; }

    public MacroRegistry Macros { get; }

    public MacroOutlines Outlines { get; init; }

    public ImmutableArray<Node> Disabled { get; }

    /// <summary>Tests of something disabled or missing: in no graph, but dbt shows them among the nodes, as disabled.</summary>
    public ImmutableArray<Node> IncompleteTests { get; init; } = [];

    /// <summary>Docs blocks, groups, and what is said of macros.</summary>
    public ProjectDeclarations Declarations { get; init; } = ProjectDeclarations.Empty;

    /// <summary>A node's place in <see cref="Nodes"/>: the index that sets and adjacency use.</summary>
    public int IndexOf(NodeId id) => indexes[id];

    public Node this[NodeId id] => Nodes[indexes[id]];

    public bool TryFind(NodeId id, [NotNullWhen(true)] out Node? node)
    {
        node = indexes.TryGetValue(id, out int index) ? Nodes[index] : null;
        return node is not null;
    }

    /// <summary>The manifest with some nodes replaced by others of the same ids.</summary>
    internal Manifest With(IEnumerable<Node> replacements)
    {
        ImmutableArray<Node>.Builder nodes = Nodes.ToBuilder();
        bool sameGraph = true;
        foreach (Node node in replacements)
        {
            sameGraph &= node.DependsOn.SequenceEqual(this[node.Id].DependsOn);
            nodes[IndexOf(node.Id)] = node;
        }

        return sameGraph
            ? new Manifest(this, nodes.MoveToImmutable())
            : new Manifest(Project, nodes.MoveToImmutable(), Macros, Disabled) { Outlines = Outlines, IncompleteTests = IncompleteTests, Declarations = Declarations };
    }

    /// <summary>Indexes of the nodes that this one depends on.</summary>
    public ImmutableArray<int> ParentsOf(int index) => parents[index];

    /// <summary>Indexes of the nodes that depend on this one, ascending.</summary>
    public ImmutableArray<int> ChildrenOf(int index) => children[index];

    private static ImmutableArray<int>[] Invert(ImmutableArray<int>[] edges)
    {
        List<int>[] inverted = new List<int>[edges.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            inverted[i] = [];
        }

        for (int from = 0; from < edges.Length; from++)
        {
            foreach (int to in edges[from])
            {
                inverted[to].Add(from);
            }
        }

        return [.. inverted.Select(list => list.ToImmutableArray())];
    }
}
