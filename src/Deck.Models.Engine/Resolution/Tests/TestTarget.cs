using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Tests;

/// <summary>What generic tests are declared on: a model, seed or snapshot, or a table of a source.</summary>
internal sealed class TestTarget
{
    /// <summary>The node, or null where there is none of that name.</summary>
    public required NodeId? Id { get; init; }

    /// <summary>The key of the properties file and the name below it, such as `models.orders`.</summary>
    public required string FileKey { get; init; }

    /// <summary>The target's part of a test's name, such as `orders`, `orders_v2` or `shop_orders`.</summary>
    public required string Name { get; init; }

    /// <summary>The `ref` or the `source` that stands for the target: one of each, the other empty.</summary>
    public RefCall? Ref { get; init; }

    public SourceCall? Source { get; init; }

    /// <summary>True for a table of a source: dbt puts `source_` before the test's name.</summary>
    public bool IsSource => Source is not null;

    /// <summary>The package and path of the properties file.</summary>
    public required string PackageName { get; init; }

    public required string OriginalFilePath { get; init; }

    /// <summary>Tags that all tests of the target take over.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The value of `model` in a test's arguments.</summary>
    public string ModelArgument => $"{{{{ get_where_subquery({Reference}) }}}}";

    private string Reference => this switch
    {
        { Source: { } source } => $"source('{source.Source}', '{source.Table}')",
        { Ref: { Version: { } version } call } => $"ref('{call.Name}', version='{version.ToText()}')",
        _ => $"ref('{Ref?.Name}')",
    };

    /// <summary>What a test says of its target by having it as `model`.</summary>
    /// <param name="place">The test's own place.</param>
    /// <param name="macros">The macros that the test calls.</param>
    public ModelDeclaration Declare(Location place, ImmutableArray<string> macros) => new()
    {
        Macros = macros,
        Refs = Ref is null ? [] : [Ref with { Location = place }],
        Sources = Source is null ? [] : [Source with { Location = place }],
    };

    public static TestTarget OfDraft(NodeDraft draft, PropertiesEntry entry) => Of(draft.Id, draft.Name, draft.VersionValue, entry);

    public static TestTarget OfMissing(PropertiesEntry entry, Value? version) => Of(null, entry.Name, version, entry);

    private static TestTarget Of(NodeId? id, string name, Value? version, PropertiesEntry entry) => new()
    {
        Id = id,
        FileKey = $"{PropertiesIndex.Noun(entry.Kind)}s.{entry.Name}",
        Name = version is { } suffix ? $"{name}_v{suffix.ToText()}" : name,
        Ref = new RefCall(null, name, version is { } v ? Value.Of(v.ToText()) : null, entry.Location),
        PackageName = entry.PackageName,
        OriginalFilePath = entry.OriginalFilePath,
    };
}
