using System.Collections.Immutable;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation;

/// <summary>What compiling one node needs: the manifest, the connection that introspective macros may query, and who hears `log`.</summary>
public sealed class CompilationScope
{
    /// <summary>`thread_id` outside of a run's threads.</summary>
    public const string MainThread = "MainThread";

    /// <summary>Shared by all nodes of an invocation.</summary>
    public required CompilationSession Session { get; init; }

    /// <summary>The rendering worker's own connection; null where queries are not allowed (`--no-introspect`, no database).</summary>
    public IIntrospection? Introspection { get; init; }

    /// <summary>`thread_id`: packages keep apart by it what the nodes of several threads put into `graph`.</summary>
    public string ThreadId { get; init; } = MainThread;

    /// <summary>Hears `log`, `print` and warnings.</summary>
    public IRunObserver? Observer { get; init; }

    /// <summary>Names that only this text sees, such as `results` in `on-run-end`.</summary>
    internal ImmutableArray<KeyValuePair<string, Value>> Extras { get; init; } = [];

    /// <summary>The batch of a microbatch model, or null.</summary>
    public BatchContext? Batch { get; init; }

    /// <summary>True where the node's materialization is written in Jinja and renders the hooks itself.</summary>
    public bool LeavesHooks { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>The same with a further name, for a materialization that renders the hooks itself.</summary>
    internal CompilationScope With(string name, Value value) => new()
    {
        Session = Session,
        Introspection = Introspection,
        Observer = Observer,
        ThreadId = ThreadId,
        Extras = Extras.Add(new(name, value)),
        Cancellation = Cancellation,
        LeavesHooks = true,
    };

    /// <summary>The same for a batch, or for a materialization that renders the hooks itself.</summary>
    internal CompilationScope With(BatchContext? batch, bool leavesHooks) => new()
    {
        Session = Session,
        Introspection = Introspection,
        Observer = Observer,
        ThreadId = ThreadId,
        Extras = Extras,
        Cancellation = Cancellation,
        Batch = batch,
        LeavesHooks = leavesHooks,
    };
}
