using System.Collections.Immutable;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution;

/// <summary>What the files say of a node before anything is resolved or rendered: for artifacts, and to tell what has changed since others.</summary>
public sealed class NodeOrigin
{
    private readonly Lazy<DictValue> unrendered;

    /// <param name="unrendered">Makes <see cref="UnrenderedConfig"/>, which few invocations ask for.</param>
    internal NodeOrigin(Func<DictValue> unrendered) => this.unrendered = new Lazy<DictValue>(unrendered);

    public static NodeOrigin Empty { get; } = new(() => new DictValue());

    /// <summary>`ref` calls in the order met, repeats included.</summary>
    public ImmutableArray<RefCall> Refs { get; init; } = [];

    public ImmutableArray<SourceCall> Sources { get; init; } = [];

    /// <summary>`metric` calls in the order met.</summary>
    public ImmutableArray<MetricCall> Metrics { get; init; } = [];

    public ImmutableArray<FunctionCall> Functions { get; init; } = [];

    /// <summary>Ids of the docs blocks that the description shows.</summary>
    public ImmutableArray<string> DocBlocks { get; init; } = [];

    /// <summary>Where the node's relation is, or would be if it had one (ephemeral models, tests, analyses).</summary>
    public RelationName? Place { get; init; }

    /// <summary>dbt's `unrendered_config`: what was configured, templates as written; it does not change with the environment.</summary>
    public DictValue UnrenderedConfig => unrendered.Value;
}
