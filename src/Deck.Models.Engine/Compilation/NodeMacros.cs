using Deck.Models.Engine.Resolution;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation;

/// <summary>Calls macros in a node's own scope after the node is compiled: those that a plan asks for its texts. Used by one thread at a time.</summary>
public sealed class NodeMacros
{
    private readonly ExecuteScope? scope;
    private readonly string sql;

    private NodeMacros(ExecuteScope? scope, string sql)
    {
        this.scope = scope;
        this.sql = sql;
    }

    /// <summary>No macros at all.</summary>
    public static NodeMacros None { get; } = new(null, "");

    /// <summary>`model`, with the compiled code in it.</summary>
    public DictValue Model => scope is null ? new DictValue() : CompiledModelOf(scope);

    /// <summary>Names of the macros that the node sees, without those of other packages.</summary>
    public IEnumerable<string> Names => scope?.Names ?? [];

    /// <summary>Calls a macro by its name or by `package.name`, with positional arguments; queries go over the worker's connection.</summary>
    public Checked<Value> Call(string name, params ReadOnlySpan<Value> arguments)
    {
        if (scope is null || !TryFind(scope, name, out Value? macro))
        {
            return Check.Failed<Value>(Diagnostic.Error(CompilationCodes.UnknownMacro, $"macro `{name}` does not exist", scope?.Node.Location).WithHint(Spelling.DidYouMean(name, Names)));
        }

        Checked<Value> result = scope.Session.Call(macro, Arguments.Of(arguments.ToArray()));
        List<Diagnostic> placed = [.. DiagnosticPlaces.Move(result.Diagnostics, scope.Place)];
        return result.Succeeded(out Value? value) ? Check.Ok(value, placed) : Check.Failed<Value>(placed);
    }

    /// <summary>Runs a materialization that is written in Jinja.</summary>
    public Checked<ScriptAnswer> RunScript(Macro macro)
    {
        if (scope is null)
        {
            return Check.Failed<ScriptAnswer>(macro.Template.Diagnostics);
        }

        CompiledModelOf(scope);
        return MaterializationScript.Run(scope, macro);
    }

    /// <summary>True where the project or a package has its own macro in place of one of these.</summary>
    public bool AreOverridden(params IEnumerable<string> names) => scope is not null && names.Any(scope.Invocation.Macros.IsOverridden);

    /// <summary>The same for another text of the node.</summary>
    internal NodeMacros With(string other) => new(scope, other);

    /// <summary>Renders a further text in the node's scope.</summary>
    internal string Render(string text) => scope?.RenderNested(text) ?? text;

    public bool Has(string name) => scope is not null && TryFind(scope, name, out _);

    internal static NodeMacros Of(ExecuteScope scope, string sql) => new(scope, sql);

    private static bool TryFind(ExecuteScope scope, string name, [NotNullWhen(true)] out Value? macro) => name.Split('.', 2) is [var package, var own]
        ? scope.TryGetMacro(package, own, out macro)
        : scope.TryGetMacro(name, out macro);

    private DictValue CompiledModelOf(ExecuteScope own)
    {
        own.Model.Set("compiled_code", Value.Of(sql));
        own.Model.Set("compiled", Value.Of(true));
        return own.Model;
    }
}
