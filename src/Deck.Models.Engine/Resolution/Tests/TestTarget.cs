using System.Collections.Immutable;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution.Tests;

/// <summary>What generic tests are declared on: a model, seed or snapshot, or a table of a source.</summary>
internal sealed class TestTarget
{
    public required NodeId Id { get; init; }

    /// <summary>The target's part of a test's name, such as `orders`, `orders_v2` or `shop_orders`.</summary>
    public required string Name { get; init; }

    /// <summary>The call that stands for the target, such as `ref('orders')`.</summary>
    public required string Reference { get; init; }

    /// <summary>True for a table of a source: dbt puts `source_` before the test's name.</summary>
    public bool IsSource { get; init; }

    /// <summary>The package and path of the properties file.</summary>
    public required string PackageName { get; init; }

    public required string OriginalFilePath { get; init; }

    /// <summary>Tags that all tests of the target take over.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The value of `model` in a test's arguments.</summary>
    public string ModelArgument => $"{{{{ get_where_subquery({Reference}) }}}}";

    public static TestTarget OfDraft(NodeDraft draft, string package, string file) => new()
    {
        Id = draft.Id,
        Name = draft.VersionValue is { } v ? $"{draft.Name}_v{v.ToText()}" : draft.Name,
        Reference = draft.VersionValue is { } version ? $"ref('{draft.Name}', version='{version.ToText()}')" : $"ref('{draft.Name}')",
        PackageName = package,
        OriginalFilePath = file,
    };
}
