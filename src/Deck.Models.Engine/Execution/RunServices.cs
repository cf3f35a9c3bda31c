using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Reporting;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>What a run needs beside its plan and the database.</summary>
public sealed class RunServices
{
    public required CompilationSession Compilation { get; init; }

    /// <summary>The project's files, of which seeds are read while they are loaded.</summary>
    public required IProjectFiles Files { get; init; }

    public Func<Node, CompilationScope, Checked<CompiledModel>> Compile { get; init; } = ModelCompiler.Compile;

    /// <summary>For a run that retries another: the batches of microbatch models of which some had come out well and some had not.</summary>
    public IReadOnlyDictionary<NodeId, BatchResults> RetriedBatches { get; init; } = new Dictionary<NodeId, BatchResults>();

    /// <summary>When the run began that is retried, or null: the batches of microbatch models end there.</summary>
    public DateTimeOffset? RetriedFrom { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
