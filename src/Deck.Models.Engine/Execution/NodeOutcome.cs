using System.Collections.Immutable;
using Deck.Models.Engine.Reporting;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>What executing a node came to, before times and threads are added.</summary>
internal sealed record NodeOutcome(NodeStatus Status)
{
    public static NodeOutcome Cancelled { get; } = new(NodeStatus.Skipped) { Message = "cancelled while it was running" };

    public string? Message { get; init; }

    public long? Failures { get; init; }

    public long? Rows { get; init; }

    public AdapterResponse? Response { get; init; }

    /// <summary>Of a microbatch model.</summary>
    public BatchResults? Batches { get; init; }

    /// <summary>Of a function.</summary>
    public OverloadResults? Overloads { get; init; }

    public string? CompiledCode { get; init; }

    /// <summary>The compiled bodies of a function's overloads.</summary>
    public ImmutableArray<string> CompiledOverloads { get; init; } = [];

    public string? ExecutedSql { get; init; }

    public DateTimeOffset? CompiledAt { get; init; }

    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>The same after the view that points to the node: its failure is the node's, and nothing else of it is told.</summary>
    public NodeOutcome With(NodeOutcome pointer) => this with
    {
        Status = pointer.Status,
        Message = pointer.Status == NodeStatus.Success ? Message : pointer.Message,
        ExecutedSql = ExecutedSql + pointer.ExecutedSql,
        Diagnostics = Diagnostics.AddRange(pointer.Diagnostics),
    };

    /// <summary>Failed for reasons that diagnostics tell; the first one is the message.</summary>
    public static NodeOutcome Failed(params IEnumerable<Diagnostic> diagnostics)
    {
        ImmutableArray<Diagnostic> all = [.. diagnostics];
        return new NodeOutcome(NodeStatus.Error) { Diagnostics = all, Message = all.FirstOrDefault(d => d.Severity == Severity.Error)?.Message };
    }
}
