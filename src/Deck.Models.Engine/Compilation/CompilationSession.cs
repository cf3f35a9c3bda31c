using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Compilation;

/// <summary>What all nodes of one invocation share while they are compiled: the manifest, the selection, the `graph` that templates see. Safe for several threads.</summary>
public sealed class CompilationSession(Manifest manifest)
{
    public Manifest Manifest { get; } = manifest;

    /// <summary>`selected_resources`: ids of the selected nodes.</summary>
    public ImmutableArray<NodeId> Selected { get; init; } = [];

    /// <summary>What `modules.datetime` and the times of log events read.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
