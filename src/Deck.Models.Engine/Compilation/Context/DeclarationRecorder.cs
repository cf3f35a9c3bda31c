using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>Notes what one dry render met; owned by that render.</summary>
internal sealed class DeclarationRecorder
{
    public List<RefCall> Refs { get; } = [];

    public List<SourceCall> Sources { get; } = [];

    public List<MetricCall> Metrics { get; } = [];

    public List<FunctionCall> Functions { get; } = [];

    public List<ConfigCall> Configs { get; } = [];
}
