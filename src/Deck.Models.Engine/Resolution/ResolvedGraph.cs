using System.Collections.Immutable;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Engine.Resolution.References;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>Enabled drafts with the nodes they depend on, closed: a draft that depends on one left out is left out too.</summary>
internal sealed class ResolvedGraph
{
    private readonly ImmutableArray<NodeDraft> all;
    private readonly ImmutableArray<KeptDraft> kept;
    private readonly ImmutableArray<KeptDraft> incomplete;
    private readonly ReferenceResolver resolver;

    private ResolvedGraph(ImmutableArray<NodeDraft> all, KeptDraft[] resolved, ReferenceResolver resolver)
    {
        this.all = all;
        kept = [.. resolved.Where(d => d.IsWhole)];
        incomplete = [.. resolved.Where(d => !d.IsWhole && d.Draft.ResourceType == ResourceType.Test)];
        this.resolver = resolver;
        Cycles = [.. CycleFinder.Find(kept)];
    }

    public ImmutableArray<Diagnostic> Cycles { get; }

    public static ResolvedGraph Close(ImmutableArray<NodeDraft> drafts, ResolutionSession session)
    {
        PackageSearch search = new(session.Project);
        ReferenceResolver resolver = new(new ReferenceIndex(drafts), new SemanticReferences(drafts, session, search), search, session);
        Dictionary<NodeId, NodeDraft> enabled = [];
        foreach (NodeDraft draft in drafts.Where(d => d.IsEnabled))
        {
            enabled.TryAdd(draft.Id, draft);
        }

        NodeDraft[] candidates = [.. enabled.Values];
        KeptDraft[] resolved = new KeptDraft[candidates.Length];
        Parallel.For(0, candidates.Length, i => resolved[i] = Resolve(candidates[i], resolver, enabled));
        HashSet<NodeId> leftOut = [.. resolved.Where(d => !d.IsWhole).Select(d => d.Draft.Id)];
        // Only tests are left out, and nothing depends on a test.
        ImmutableArray<NodeDraft> all = leftOut.Count == 0 ? drafts : [.. drafts.Select(d => leftOut.Contains(d.Id) ? d with { IsEnabled = false } : d)];
        return new ResolvedGraph(all, resolved, resolver);
    }

    public Manifest ToManifest(ResolutionSession session)
    {
        NodeFactory factory = new(session, resolver, all);
        Node[] nodes = new Node[kept.Length];
        Parallel.For(0, kept.Length, i => nodes[i] = factory.Create(kept[i].Draft, kept[i].DependsOn));
        HashSet<NodeId> shown = [.. incomplete.Select(d => d.Draft.Id)];
        ImmutableArray<Node> disabled = [.. all.Where(d => !d.IsEnabled && !shown.Contains(d.Id)).Select(d => factory.Create(d, []))];
        return new Manifest(session.Project, [.. nodes], session.Macros, disabled)
        {
            IncompleteTests = [.. incomplete.Select(d => factory.Create(d.Draft with { Config = d.Draft.Config.With("enabled", Value.Of(false)) }, d.DependsOn))],
            Declarations = new DeclarationReader(session, new Descriptions(session)).Read(),
        };
    }

    /// <summary>A draft with what of its references and needs there is.</summary>
    private static KeptDraft Resolve(NodeDraft draft, ReferenceResolver resolver, Dictionary<NodeId, NodeDraft> enabled)
    {
        bool hasAll = resolver.TryResolve(draft, out ImmutableArray<NodeId> dependsOn);
        foreach (NodeId need in draft.Needs)
        {
            bool isThere = enabled.ContainsKey(need);
            hasAll &= isThere;
            dependsOn = !isThere || dependsOn.Contains(need) ? dependsOn : dependsOn.Add(need);
        }

        return new KeptDraft(draft, dependsOn, hasAll);
    }
}
