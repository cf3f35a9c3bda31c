using System.Collections.Immutable;
using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation;

/// <summary>A node's post-hooks: known when the node is compiled, unless their templates query the database; those must see what was built.</summary>
public sealed class PostHooks
{
    private const string Key = "post-hook";

    private readonly ExecuteScope? scope;

    private PostHooks(ImmutableArray<CompiledHook> known, ExecuteScope? scope)
    {
        Known = known;
        this.scope = scope;
    }

    public static PostHooks None { get; } = new([], null);

    /// <summary>The hooks that are rendered; empty where any of them waits for the build.</summary>
    public ImmutableArray<CompiledHook> Known { get; }

    /// <summary>True where there is none of any kind.</summary>
    public bool IsEmpty => Known.IsEmpty && !IsDeferred(inTransaction: true) && !IsDeferred(inTransaction: false);

    /// <summary>True where hooks of that kind can only be rendered after the build.</summary>
    public bool IsDeferred(bool inTransaction) => scope is not null && HookTexts.Of(scope.Node, Key).Any(h => h.InTransaction == inTransaction);

    /// <summary>Renders the hooks of one kind that are deferred; their queries go over the worker's connection.</summary>
    public Checked<IReadOnlyList<CompiledHook>> Render(bool inTransaction)
    {
        List<Diagnostic> diagnostics = [];
        ImmutableArray<CompiledHook> hooks = scope is null ? [] : HookCompiler.Compile(scope, Key, diagnostics, inTransaction);
        return diagnostics.Exists(d => d.Severity == Severity.Error)
            ? Check.Failed<IReadOnlyList<CompiledHook>>(diagnostics)
            : Check.Ok<IReadOnlyList<CompiledHook>>(hooks, diagnostics);
    }

    /// <summary>Renders the hooks ahead of the build and takes the result where no template has tried to query.</summary>
    internal static PostHooks Of(ExecuteScope scope, List<Diagnostic> diagnostics)
    {
        List<Diagnostic> found = [];
        return scope.TryAhead(() => HookCompiler.Compile(scope, Key, found), out ImmutableArray<CompiledHook> hooks)
            ? Take(hooks, found, diagnostics)
            : new PostHooks([], scope);
    }

    private static PostHooks Take(ImmutableArray<CompiledHook> hooks, List<Diagnostic> found, List<Diagnostic> diagnostics)
    {
        diagnostics.AddRange(found);
        return new PostHooks(hooks, null);
    }
}
