using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Reporting.Artifacts;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>A node's compilation during a run, and when it was over.</summary>
internal sealed record NodeCompilation(Node Node, Checked<CompiledModel> Result, DateTimeOffset At)
{
    /// <summary>Adds what compiling gave to what running it came to.</summary>
    public NodeOutcome Complete(NodeOutcome outcome) => outcome with
    {
        CompiledAt = At,
        CompiledCode = Node is SeedNode ? null : Result.Value?.Sql,
        CompiledOverloads = Result.Value is { } compiled ? CompiledText.OverloadsOf(compiled) : [],
        Diagnostics = Result.Diagnostics.AddRange(outcome.Diagnostics),
    };

    /// <summary>The outcome where there is nothing to run.</summary>
    public NodeOutcome Failed => NodeOutcome.Failed(Result.Diagnostics) with { CompiledAt = At };
}
