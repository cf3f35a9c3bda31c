using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>One resource of the project, resolved: everything that later stages and artifacts need to know about it.</summary>
public abstract class Node
{
    protected Node()
    {
    }

    [SetsRequiredMembers]
    private protected Node(NodeHead head)
    {
        Id = head.Id;
        Name = head.Name;
        PackageName = head.PackageName;
        Fqn = head.Fqn;
        OriginalFilePath = head.OriginalFilePath;
        Path = head.Path;
        PatchPath = head.PatchPath;
        Config = head.Config;
        Description = head.Description;
        Tags = head.Tags;
        Meta = head.Meta;
        Columns = head.Columns;
        DependsOn = head.DependsOn;
        DependsOnMacros = head.DependsOnMacros;
        Location = head.Location;
        Checksum = head.Checksum;
        Relation = head.Relation;
        Alias = head.Alias;
        Code = head.Code;
        Origin = head.Origin;
    }

    public required NodeId Id { get; init; }

    public required string Name { get; init; }

    public required string PackageName { get; init; }

    public abstract ResourceType ResourceType { get; }

    /// <summary>dbt's `fqn`: package, folders, name.</summary>
    public required ImmutableArray<string> Fqn { get; init; }

    /// <summary>Path from the project's folder, such as `models/gold/a.sql`.</summary>
    public required string OriginalFilePath { get; init; }

    /// <summary>Path below the resource path, such as `gold/a.sql`.</summary>
    public required string Path { get; init; }

    /// <summary>dbt's `package://path` of the properties file that describes the node.</summary>
    public string? PatchPath { get; init; }

    public NodeConfig Config { get; init; } = NodeConfig.Empty;

    public string Description { get; init; } = "";

    public ImmutableArray<string> Tags { get; init; } = [];

    public DictValue Meta { get; init; } = new();

    public ImmutableArray<Column> Columns { get; init; } = [];

    /// <summary>Direct upstream nodes, in the order in which they were first referenced, each once.</summary>
    public ImmutableArray<NodeId> DependsOn { get; init; } = [];

    /// <summary>Unique ids of the macros that the node's text calls.</summary>
    public ImmutableArray<string> DependsOnMacros { get; init; } = [];

    /// <summary>Where the node stands: its file, or its entry in a properties file.</summary>
    public required Location Location { get; init; }

    /// <summary>dbt's checksum: lower-case hex SHA-256 of the file's text, stripped; empty where dbt writes none.</summary>
    public string Checksum { get; init; } = "";

    /// <summary>Where the node's relation lives, or null where it has none (analyses, ephemeral tests, exposures).</summary>
    public RelationName? Relation { get; init; }

    /// <summary>The name in the database, before quoting; equals <see cref="Name"/> unless `alias` says otherwise.</summary>
    public string? Alias { get; init; }

    /// <summary>The text to render, or null for nodes without one (sources, seeds, exposures).</summary>
    public NodeCode? Code { get; init; }

    /// <summary>What the files say of the node, before it was resolved.</summary>
    public NodeOrigin Origin { get; init; } = NodeOrigin.Empty;

    /// <summary>True for what dbt keeps under `nodes` of its manifest: everything but what has a section of its own.</summary>
    internal bool IsPlain => this is not (SourceNode or ExposureNode or UnitTestNode or SemanticModelNode or MetricNode or SavedQueryNode) && ResourceType != ResourceType.Function;

    public override string ToString() => Id.Value;
}
