using System.Collections.Immutable;
using Deck.Models.Engine.Resolution.References;
using Deck.Models.Engine.Resolution.UnitTests;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution;

/// <summary>Makes the final node of a draft whose references are resolved.</summary>
internal sealed class NodeFactory(ResolutionSession session, ReferenceResolver resolver, ImmutableArray<NodeDraft> drafts)
{
    private readonly PrimaryKeys keys = new(drafts);
    private readonly Dictionary<NodeId, NodeDraft> byId = drafts.DistinctBy(d => d.Id).ToDictionary(d => d.Id);

    public Node Create(NodeDraft draft, ImmutableArray<NodeId> dependsOn) => draft switch
    {
        { Finish: { } finish } => finish(draft, dependsOn),
        { UnitTest: { } content } => UnitTestFinish.Create(draft, content, resolver, byId.GetValueOrDefault(draft.Needs[0])),
        { ResourceType: ResourceType.Model } => CreateModel(draft, dependsOn),
        { ResourceType: ResourceType.Seed } => new SeedNode(NodeHead.Of(draft, dependsOn)),
        { ResourceType: ResourceType.Snapshot } => new SnapshotNode(NodeHead.Of(draft, dependsOn)),
        { ResourceType: ResourceType.Test } => CreateTest(draft, dependsOn),
        _ => new AnalysisNode(NodeHead.Of(draft, dependsOn)) { Relation = null },
    };

    private ModelNode CreateModel(NodeDraft draft, ImmutableArray<NodeId> dependsOn) => new(NodeHead.Of(draft, dependsOn))
    {
        Relation = draft.Config.Materialized == "ephemeral" ? null : draft.Relation,
        Version = draft.VersionValue, LatestVersion = draft.Version?.Latest,
        DeprecationDate = draft.Version is { } own ? own.DeprecationDate : draft.Properties?.DeprecationDate,
        Access = draft.Config.GetText("access") ?? "protected",
        Group = draft.Config.GetText("group"),
        Constraints = draft.Properties?.Constraints ?? [],
        PrimaryKey = keys.Infer(draft), TimeSpine = draft.Properties?.TimeSpine,
    };

    private DataTestNode CreateTest(NodeDraft draft, ImmutableArray<NodeId> dependsOn) => new(NodeHead.Of(draft, dependsOn))
    {
        Relation = StoresFailures(draft) ? draft.Relation : null,
        Generic = draft.Generic,
        Group = draft.Generic is { AttachedTo: { } id } ? byId.GetValueOrDefault(id)?.Config.GetText("group") : null,
    };

    /// <summary>`store_failures_as` decides where it is set, else `store_failures`, else the command's flag.</summary>
    private bool StoresFailures(NodeDraft draft) => draft.Config.GetText("store_failures_as") is { } form
        ? form != "ephemeral"
        : draft.Config.GetBoolean("store_failures") ?? session.Project.Settings.StoreFailures;
}
