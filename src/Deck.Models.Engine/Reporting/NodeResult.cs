using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Reporting;

/// <summary>How one node ended, as run_results.json tells it.</summary>
public sealed class NodeResult
{
    public required Node Node { get; init; }

    public required NodeStatus Status { get; init; }

    /// <summary>dbt's `message`: the server's tag on success, one sentence on failure.</summary>
    public string? Message { get; init; }

    /// <summary>Failing rows of a test, or null where it is no test or did not run.</summary>
    public long? Failures { get; init; }

    public long? RowsAffected { get; init; }

    /// <summary>Null where the server did not answer.</summary>
    public AdapterResponse? Response { get; init; }

    /// <summary>Of a microbatch model, else null.</summary>
    public BatchResults? Batches { get; init; }

    /// <summary>Of a function, else null.</summary>
    public OverloadResults? Overloads { get; init; }

    public string? CompiledCode { get; init; }

    /// <summary>The compiled bodies of a function's overloads.</summary>
    public ImmutableArray<string> CompiledOverloads { get; init; } = [];

    /// <summary>Everything that was sent to the server for the node, for `target/run`; null where nothing was.</summary>
    public string? ExecutedSql { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? CompiledAt { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>dbt's `thread_id`, such as `Thread-1`.</summary>
    public string ThreadId { get; init; } = "Thread-1";

    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>For a skipped node: the failed node that is the reason.</summary>
    public NodeId? SkippedBecauseOf { get; init; }

    public TimeSpan Elapsed => FinishedAt - StartedAt;
}
