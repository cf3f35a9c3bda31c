using System.Collections.Immutable;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>What a text said about itself in the dry render (`execute` false): its references and its `config()` calls.</summary>
public sealed class ModelDeclaration
{
    /// <summary>`ref` calls in the order met, repeats included.</summary>
    public ImmutableArray<RefCall> Refs { get; init; } = [];

    public ImmutableArray<SourceCall> Sources { get; init; } = [];

    /// <summary>Metrics by `metric` calls, and those that a metric or a saved query names.</summary>
    public ImmutableArray<MetricCall> Metrics { get; init; } = [];

    /// <summary>Measures that a metric names itself.</summary>
    public ImmutableArray<MeasureCall> Measures { get; init; } = [];

    /// <summary>`function` calls in the order met, repeats included.</summary>
    public ImmutableArray<FunctionCall> Functions { get; init; } = [];

    /// <summary>Every `config()` call's arguments in the order met, not merged yet.</summary>
    public ImmutableArray<ConfigCall> Configs { get; init; } = [];

    /// <summary>The keywords of the first `config(…)` as they are written; null where there is none with keywords.</summary>
    public DictValue? WrittenConfig { get; init; }

    /// <summary>Unique ids of the macros that the text calls, as the static pass finds them.</summary>
    public ImmutableArray<string> Macros { get; init; } = [];

    /// <summary>Calls of names that do not exist: mistakes where the node is enabled.</summary>
    public ImmutableArray<Diagnostic> UndefinedCalls { get; init; } = [];
}
