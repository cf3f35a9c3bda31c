using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Engine.Resolution.References;

namespace Deck.Models.Engine.Caching.Amending;

/// <summary>What references mean among the nodes of a kept project.</summary>
internal static class KeptReferences
{
    /// <summary>Finds nodes, and reports to the session as if the project was resolved as a whole.</summary>
    public static ReferenceResolver ResolverOf(Manifest manifest, ResolutionSession session)
    {
        ImmutableArray<NodeDraft> targets =
        [
            .. manifest.Nodes.Where(IsTarget).Select(node => DraftOf(node, isEnabled: true)),
            .. manifest.Disabled.Where(IsTarget).Select(node => DraftOf(node, isEnabled: false)),
        ];
        PackageSearch search = new(session.Project);
        return new ReferenceResolver(new ReferenceIndex(targets), new SemanticReferences(targets, session, search), search, session);
    }

    private static bool IsTarget(Node node) =>
        node.ResourceType is ResourceType.Model or ResourceType.Seed or ResourceType.Snapshot or ResourceType.Source or ResourceType.Function or ResourceType.Metric;

    /// <summary>What of a node those that refer to it look at.</summary>
    private static NodeDraft DraftOf(Node node, bool isEnabled) => new()
    {
        Id = node.Id,
        ResourceType = node.ResourceType,
        Name = node.Name,
        PackageName = node.PackageName,
        Fqn = node.Fqn,
        OriginalFilePath = node.OriginalFilePath,
        Path = node.Path,
        Location = node.Location,
        Config = node.Config,
        IsEnabled = isEnabled,
        Version = node is ModelNode { Version: not null } model ? VersionOf(model) : null,
    };

    private static ModelVersion? VersionOf(ModelNode model) => model is not { Version: { } version, LatestVersion: { } latest } ? null : new ModelVersion
    {
        Value = version,
        FileName = model.Name,
        IsLatest = version.ToText() == latest.ToText(),
        Latest = latest,
        Yaml = new YamlMapping { Location = model.Location, Entries = [] },
        Columns = [],
    };
}
