using System.Collections.Immutable;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>What nodes of all types have, to make one of; the meaning of each is that of the property of <see cref="Node"/>.</summary>
internal sealed class NodeHead
{
    public required NodeId Id { get; init; }

    public required string Name { get; init; }

    public required string PackageName { get; init; }

    public required ImmutableArray<string> Fqn { get; init; }

    public required string OriginalFilePath { get; init; }

    public required string Path { get; init; }

    public string? PatchPath { get; init; }

    public NodeConfig Config { get; init; } = NodeConfig.Empty;

    public string Description { get; init; } = "";

    public ImmutableArray<string> Tags { get; init; } = [];

    public required DictValue Meta { get; init; }

    public ImmutableArray<Column> Columns { get; init; } = [];

    public ImmutableArray<NodeId> DependsOn { get; init; } = [];

    public ImmutableArray<string> DependsOnMacros { get; init; } = [];

    public required Location Location { get; init; }

    public string Checksum { get; init; } = "";

    public RelationName? Relation { get; init; }

    public string? Alias { get; init; }

    public NodeCode? Code { get; init; }

    public NodeOrigin Origin { get; init; } = NodeOrigin.Empty;

    /// <summary>What a draft says of its node; tags and meta are those of its config.</summary>
    public static NodeHead Of(NodeDraft draft, ImmutableArray<NodeId> dependsOn) => new()
    {
        Id = draft.Id,
        Name = draft.Name,
        PackageName = draft.PackageName,
        Fqn = draft.Fqn,
        OriginalFilePath = draft.OriginalFilePath,
        Path = draft.Path,
        PatchPath = draft.Properties?.PatchPath,
        Config = draft.Config,
        Description = draft.Description,
        Tags = TagsOf(draft),
        Meta = MetaOf(draft),
        Columns = draft.Columns,
        DependsOn = dependsOn,
        DependsOnMacros = draft.Declaration.Macros,
        Location = draft.Location,
        Checksum = draft.Checksum,
        Origin = draft.Origin,
        Relation = draft.Relation,
        Alias = draft.Alias,
        Code = draft.Code,
    };

    /// <summary>A node that exists, with another config, under another name, and without a text.</summary>
    public static NodeHead Of(Node node, NodeConfig config, RelationName relation) => new()
    {
        Id = node.Id,
        Name = node.Name,
        PackageName = node.PackageName,
        Fqn = node.Fqn,
        OriginalFilePath = node.OriginalFilePath,
        Path = node.Path,
        PatchPath = node.PatchPath,
        Config = config,
        Description = node.Description,
        Tags = node.Tags,
        Meta = node.Meta,
        Columns = node.Columns,
        DependsOn = node.DependsOn,
        DependsOnMacros = node.DependsOnMacros,
        Location = node.Location,
        Checksum = node.Checksum,
        Origin = node.Origin,
        Relation = relation,
        Alias = relation.Written?.Identifier ?? relation.Identifier,
    };

    private static ImmutableArray<string> TagsOf(NodeDraft draft) =>
        draft.ExtraTags.IsEmpty && draft.Config.Tags.IsEmpty ? [] : [.. draft.ExtraTags.Union(draft.Config.Tags)];

    private static DictValue MetaOf(NodeDraft draft) => draft.Config.FindShared("meta") is DictValue { IsTrue: true } written ? written : new DictValue();
}
