using System.Collections.Immutable;
using Deck.Models.Engine.Caching.Reads;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Resolution.Names;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Engine.Resolution.References;
using Deck.Models.Engine.Resolution.Semantics;
using Deck.Models.Engine.Resolution.Tests;

namespace Deck.Models.Engine.Caching.Amending;

/// <summary>Resolves some models and their generic tests by themselves, where that leaves all other nodes as they were.</summary>
internal static class ModelResolution
{
    /// <summary>The models and their tests, or null where there is something else to say of them than before, or where other nodes could notice.</summary>
    /// <param name="before">The project as it was, with the models as its only resources.</param>
    /// <param name="now">The same of the project as it is.</param>
    /// <param name="manifest">The whole project as it was.</param>
    public static ImmutableArray<Node>? Resolve(ProjectSources before, ProjectSources now, Manifest manifest, SessionReads reads)
    {
        ResolutionSession session = new(now, reads);
        ImmutableArray<NodeDraft> drafts = Draft(session);
        Lazy<ReferenceResolver> resolver = new(() => KeptReferences.ResolverOf(manifest, session));
        if (!drafts.All(draft => IsOwnAffair(draft, manifest)) || !HaveSameTests(drafts, manifest))
        {
            return null;
        }

        ImmutableArray<NodeId>[] dependencies = [.. drafts.Select(draft => DependenciesOf(draft, manifest, resolver))];
        if (!SaysSame(session, before) || dependencies.Any(ids => ids.Any(id => manifest[id] is ModelNode { DeprecationDate: not null })))
        {
            return null;
        }

        NodeFactory factory = new(session, resolver.Value, drafts);
        ImmutableArray<Node> nodes = [.. drafts.Select((draft, i) => factory.Create(draft, dependencies[i]))];
        return LeadsInCircle(nodes, manifest) ? null : nodes;
    }

    private static ImmutableArray<NodeDraft> Draft(ResolutionSession session)
    {
        PropertiesIndex properties = PropertiesIndex.Build(session);
        ImmutableArray<NodeDraft> files = FileDrafts.Create(session, properties);
        ImmutableArray<NodeDraft> tests = new GenericTestDrafts(session).Create([.. new DescribedTests(session).Find(properties, files)]);
        ImmutableArray<NodeDraft> drafts = new DraftCompletion(session).Complete([.. files, .. tests]);
        session.Report(NameCheck.FindTooLong(drafts));
        return drafts;
    }

    /// <summary>True where the models give rise to the same remarks as before. Those that are told once for all of a project count what they are about.</summary>
    private static bool SaysSame(ResolutionSession session, ProjectSources before)
    {
        ResolutionSession earlier = new(before, new SessionReads());
        Draft(earlier);
        return session.Diagnostics.Select(d => (d.Code, d.Message)).SequenceEqual(earlier.Diagnostics.Select(d => (d.Code, d.Message)));
    }

    /// <summary>What the node refers to; what it has always referred to is known.</summary>
    private static ImmutableArray<NodeId> DependenciesOf(NodeDraft draft, Manifest manifest, Lazy<ReferenceResolver> resolver)
    {
        Node before = manifest[draft.Id];
        if (HaveSameCalls(draft.Declaration, before.Origin))
        {
            return before.DependsOn;
        }

        resolver.Value.TryResolve(draft, out ImmutableArray<NodeId> dependsOn);
        return dependsOn;
    }

    /// <summary>True where one of the nodes comes to depend on itself, by way of others.</summary>
    private static bool LeadsInCircle(ImmutableArray<Node> nodes, Manifest manifest)
    {
        Dictionary<NodeId, Node> changed = nodes.ToDictionary(node => node.Id);
        return nodes.Where(node => !node.DependsOn.SequenceEqual(manifest[node.Id].DependsOn)).Any(IsAboveItself);

        bool IsAboveItself(Node node)
        {
            HashSet<NodeId> seen = [];
            Stack<NodeId> next = new(node.DependsOn);
            while (next.TryPop(out NodeId? id))
            {
                if (id == node.Id)
                {
                    return true;
                }

                foreach (NodeId above in seen.Add(id) ? changed.GetValueOrDefault(id, manifest[id]).DependsOn : [])
                {
                    next.Push(above);
                }
            }

            return false;
        }
    }

    private static bool HaveSameTests(ImmutableArray<NodeDraft> drafts, Manifest manifest)
    {
        ILookup<NodeId?, NodeId> tests = drafts.ToLookup(draft => draft.Generic?.AttachedTo, draft => draft.Id);
        return drafts.Where(draft => draft.ResourceType == ResourceType.Model).All(model => tests[model.Id].SequenceEqual(manifest.ChildrenOf(manifest.IndexOf(model.Id))
            .Select(child => manifest.Nodes[child])
            .Where(node => node is DataTestNode { Generic: { } test } && test.AttachedTo == model.Id)
            .Select(node => node.Id)));
    }

    /// <summary>True where the node is to others what it was; a test refers to the same as before, too.</summary>
    private static bool IsOwnAffair(NodeDraft draft, Manifest manifest) => manifest.TryFind(draft.Id, out Node? before)
        && draft.IsEnabled
        && draft.Declaration.Measures.IsEmpty
        && (before is ModelNode || HaveSameCalls(draft.Declaration, before.Origin))
        && draft.Config.GetText("group") == before.Config.GetText("group")
        && (before is not ModelNode model || IsSameToOthers(draft, model, manifest));

    private static bool HaveSameCalls(ModelDeclaration now, NodeOrigin before) =>
        now.Refs.Select(call => (call.Package, call.Name, call.Version?.Repr())).SequenceEqual(before.Refs.Select(call => (call.Package, call.Name, call.Version?.Repr())))
        && now.Sources.Select(call => (call.Source, call.Table)).SequenceEqual(before.Sources.Select(call => (call.Source, call.Table)))
        && now.Metrics.Select(call => (call.Package, call.Name)).SequenceEqual(before.Metrics.Select(call => (call.Package, call.Name)))
        && now.Functions.Select(call => (call.Package, call.Name)).SequenceEqual(before.Functions.Select(call => (call.Package, call.Name)));

    /// <summary>Others look at a model's relation, at who may refer to it and how long; those of the semantic layer at all of it.</summary>
    private static bool IsSameToOthers(NodeDraft draft, ModelNode before, Manifest manifest) =>
        draft.Relation == before.Origin.Place && draft.Relation?.Shown == before.Origin.Place?.Shown
        && (draft.Config.Materialized == "ephemeral") == (before.Relation is null)
        && (draft.Config.GetText("access") ?? "protected") == before.Access
        && before.DeprecationDate is null
        && draft.Properties is null or { Versions.IsEmpty: true, DeprecationDate: null }
        && !IsSemantic(draft, before, manifest);

    private static bool IsSemantic(NodeDraft draft, ModelNode before, Manifest manifest) =>
        draft.Name == SemanticWords.LegacyTimeSpine
        || before.TimeSpine is not null || draft.Properties?.TimeSpine is not null
        || draft.Columns.Concat(before.Columns).Any(column => column.Semantics is not null)
        || (draft.Properties is { } properties && InlineModelReader.IsWanted(properties.Entry.Yaml))
        || manifest.ChildrenOf(manifest.IndexOf(before.Id)).Any(child => manifest.Nodes[child] is SemanticModelNode);
}
