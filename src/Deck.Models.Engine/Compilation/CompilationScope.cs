using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Loading.Seeds;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation;

/// <summary>What compiling one node needs: the manifest, the connection that introspective macros may query, and who hears `log`.</summary>
public sealed class CompilationScope
{
    /// <summary>`thread_id` outside of a run's threads.</summary>
    public const string MainThread = "MainThread";

    public CompilationScope()
    {
    }

    [SetsRequiredMembers]
    private CompilationScope(CompilationScope other)
    {
        Session = other.Session;
        Introspection = other.Introspection;
        ThreadId = other.ThreadId;
        Observer = other.Observer;
        Extras = other.Extras;
        Batch = other.Batch;
        IsForScript = other.IsForScript;
        Seed = other.Seed;
        Cancellation = other.Cancellation;
    }

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

    /// <summary>True where the node's materialization is written in Jinja: it renders the hooks itself, and it puts a unit test's comparison together.</summary>
    public bool IsForScript { get; init; }

    /// <summary>The rows of the seed that such a materialization loads, or null.</summary>
    internal SeedRows? Seed { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>The same for a materialization that is written in Jinja.</summary>
    internal CompilationScope ForScript(SeedRows? seed = null) => new(this) { IsForScript = true, Seed = seed };

    /// <summary>The same with a further name.</summary>
    internal CompilationScope With(string name, Value value) => new(this) { Extras = Extras.Add(new(name, value)) };

    /// <summary>The same for a batch.</summary>
    internal CompilationScope With(BatchContext? batch) => new(this) { Batch = batch };
}
