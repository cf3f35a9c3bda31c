using System.Collections.Immutable;
using Deck.Models.Engine.Resolution.References;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>Enabled drafts with the nodes they depend on, closed: a draft that depends on one left out is left out too.</summary>
internal sealed class ResolvedGraph
{
    private readonly ImmutableArray<NodeDraft> all;
    private readonly ImmutableArray<(NodeDraft Draft, ImmutableArray<NodeId> DependsOn)> kept;
    private readonly ImmutableArray<Diagnostic> cycles;

    private readonly ReferenceResolver resolver;

    private ResolvedGraph(
        ImmutableArray<NodeDraft> all, ImmutableArray<(NodeDraft Draft, ImmutableArray<NodeId> DependsOn)> kept, ReferenceResolver resolver)
    {
        this.all = all;
        this.resolver = resolver;
        this.kept = kept;
        Dictionary<NodeId, int> indexes = kept.Select((k, i) => (k.Draft.Id, i)).ToDictionary(p => p.Id, p => p.i);
        cycles = [.. CycleFinder.Find([.. kept.Select(k => k.Draft)], [.. kept.Select(k => k.DependsOn.Select(id => indexes[id]).ToImmutableArray())])];
    }

    public bool IsAcyclic => cycles.IsEmpty;

    public static ResolvedGraph Close(ImmutableArray<NodeDraft> drafts, ResolutionSession session)
    {
        ReferenceResolver resolver = new(new ReferenceIndex(drafts), session);
        ImmutableArray<NodeDraft> enabled = [.. drafts.Where(d => d.IsEnabled).DistinctBy(d => d.Id)];
        HashSet<NodeId> ids = [.. enabled.Select(d => d.Id)];
        ImmutableArray<NodeId>?[] resolved = new ImmutableArray<NodeId>?[enabled.Length];
        Parallel.For(0, enabled.Length, i => resolved[i] = Resolve(enabled[i], resolver, ids));
        List<(NodeDraft, ImmutableArray<NodeId>)> kept = [];
        HashSet<NodeId> leftOut = [];
        for (int i = 0; i < enabled.Length; i++)
        {
            if (resolved[i] is { } dependsOn)
            {
                kept.Add((enabled[i], dependsOn));
            }
            else
            {
                leftOut.Add(enabled[i].Id);
            }
        }

        // Only tests are left out, and nothing depends on a test.
        return new ResolvedGraph([.. drafts.Select(d => leftOut.Contains(d.Id) ? d with { IsEnabled = false } : d)], [.. kept], resolver);
    }

    public ImmutableArray<Diagnostic> FindCycles() => cycles;

    public Manifest ToManifest(ResolutionSession session)
    {
        NodeFactory factory = new(session, resolver, new PrimaryKeys(all));
        Node[] nodes = new Node[kept.Length];
        Parallel.For(0, kept.Length, i => nodes[i] = factory.Create(kept[i].Draft, kept[i].DependsOn));
        ImmutableArray<Node> disabled = [.. all.Where(d => !d.IsEnabled).Select(d => factory.Create(d, []))];
        return new Manifest(session.Project, [.. nodes], session.Macros, disabled);
    }

    /// <summary>What a draft depends on, or null where it is to be left out.</summary>
    private static ImmutableArray<NodeId>? Resolve(NodeDraft draft, ReferenceResolver resolver, HashSet<NodeId> enabled)
    {
        if (draft.Needs.Any(n => !enabled.Contains(n)))
        {
            return null;
        }

        return resolver.TryResolve(draft, out ImmutableArray<NodeId> dependsOn) ? [.. dependsOn.Union(draft.Needs)] : null;
    }
}
