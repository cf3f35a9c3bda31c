using System.Collections.Concurrent;
using System.Collections.Immutable;
using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Compilation.Context.Nodes;
using Deck.Models.Engine.Compilation.Context.References;
using Deck.Models.Engine.Compilation.Injection;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation;

/// <summary>What all nodes of one invocation share while they are compiled: the manifest, the selection, the `graph` that templates see. Safe for several threads.</summary>
public sealed class CompilationSession
{
    private readonly Lazy<InvocationContext> invocation;
    private readonly Lazy<ReferenceIndex> references;
    private readonly Lazy<DictValue> graph;
    private readonly Lazy<HashSet<NodeId>> selected;

    public CompilationSession(Manifest manifest)
    {
        Manifest = manifest;
        invocation = new Lazy<InvocationContext>(() => new InvocationContext(manifest.Project, manifest.Macros, Clock));
        references = new Lazy<ReferenceIndex>(() => new ReferenceIndex(manifest));
        graph = new Lazy<DictValue>(() => GraphDict.Of(manifest));
        selected = new Lazy<HashSet<NodeId>>(() => [.. Selected]);
    }

    public Manifest Manifest { get; }

    /// <summary>`selected_resources`: ids of the selected nodes.</summary>
    public ImmutableArray<NodeId> Selected { get; init; } = [];

    /// <summary>`--defer`, or null.</summary>
    public Deferral? Deferral { get; init; }

    /// <summary>What `modules.datetime` and the times of log events read.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    internal bool IsSelected(NodeId id) => selected.Value.Contains(id);

    internal InvocationContext Invocation => invocation.Value;

    internal ReferenceIndex References => references.Value;

    /// <summary>`graph`: one dict for all nodes; templates may change it.</summary>
    internal DictValue Graph => graph.Value;

    /// <summary>Held by the render that is at work on <see cref="Graph"/>.</summary>
    internal Lock GraphGate { get; } = new();

    /// <summary>Ephemeral models compiled so far.</summary>
    internal ConcurrentDictionary<NodeId, EphemeralQuery> Ephemerals { get; } = new();
}
