using System.Collections.Immutable;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Engine.Resolution.UnitTests;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>A node on its way into the manifest: known, configured and named, its references not resolved yet.</summary>
internal sealed record NodeDraft
{
    public required NodeId Id { get; init; }

    public required ResourceType ResourceType { get; init; }

    public required string Name { get; init; }

    public required string PackageName { get; init; }

    public required ImmutableArray<string> Fqn { get; init; }

    public required string OriginalFilePath { get; init; }

    public required string Path { get; init; }

    public required Location Location { get; init; }

    public NodeCode? Code { get; init; }

    public string Checksum { get; init; } = "";

    /// <summary>The entry of a properties file that describes the node.</summary>
    public ResourceProperties? Properties { get; init; }

    /// <summary>The version of a versioned model: one item of `versions:`.</summary>
    public ModelVersion? Version { get; init; }

    public ModelDeclaration Declaration { get; init; } = new();

    public NodeConfig Config { get; init; } = NodeConfig.Empty;

    /// <summary>False where a config says so, or where what the node is about is disabled.</summary>
    public bool IsEnabled { get; init; } = true;

    public RelationName? Relation { get; init; }

    public string? Alias { get; init; }

    public string Description { get; init; } = "";

    /// <summary>Ids of the docs blocks that the description shows.</summary>
    public ImmutableArray<string> DocBlocks { get; init; } = [];

    /// <summary>Makes the config as written.</summary>
    public Func<DictValue> Unrendered { get; init; } = () => new DictValue();

    public ImmutableArray<Column> Columns { get; init; } = [];

    /// <summary>Tags from outside the config, such as a tested column's.</summary>
    public ImmutableArray<string> ExtraTags { get; init; } = [];

    /// <summary>Ids that the node depends on without saying so in a text, such as a unit test's model.</summary>
    public ImmutableArray<NodeId> Needs { get; init; } = [];

    /// <summary>Names of a semantic model's measures.</summary>
    public ImmutableArray<string> Measures { get; init; } = [];

    public GenericTest? Generic { get; init; }

    /// <summary>The rows of a unit test.</summary>
    public UnitTestContent? UnitTest { get; init; }

    /// <summary>What makes the final node, for the types that carry more than a text.</summary>
    public Func<NodeDraft, ImmutableArray<NodeId>, Node>? Finish { get; init; }

    public Value? VersionValue => Version?.Value;

    /// <summary>What the final node keeps of the files.</summary>
    public NodeOrigin Origin => new(Unrendered) { Refs = Declaration.Refs, Sources = Declaration.Sources, Metrics = Declaration.Metrics, Functions = Declaration.Functions, DocBlocks = DocBlocks, Place = Relation };

    /// <summary>True for an analysis that is configured below `analyses:`, not below `models:`.</summary>
    public bool HasOwnTree { get; init; }

    public bool IsRefable => ResourceType is ResourceType.Model or ResourceType.Seed or ResourceType.Snapshot;
}
