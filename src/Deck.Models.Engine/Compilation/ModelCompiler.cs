using System.Collections.Immutable;
using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Compilation.Context.References;
using Deck.Models.Engine.Compilation.Injection;
using Deck.Models.Engine.Compilation.UnitTests;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation;

/// <summary>dbt's execute phase: renders a node's text with everything resolved, injects ephemeral models and renders hooks.</summary>
public static class ModelCompiler
{
    /// <summary>
    /// Compiles a model, snapshot, analysis, data test, operation, function or unit test. A data test's SQL is its query of failing rows
    /// (see <see cref="TestQuery"/>); a unit test's is its comparison (see <see cref="UnitTestDifference"/>).
    /// </summary>
    public static Checked<CompiledModel> Compile(Node node, CompilationScope scope)
    {
        if (node is UnitTestNode unitTest)
        {
            return UnitTestCompiler.Compile(unitTest, scope);
        }

        List<Diagnostic> diagnostics = [];
        ExecuteScope own = new(node, scope, new ManifestReferences(scope.Session.References));
        RenderedText? query = node is DataTestNode { Generic: { } generic } ? RenderTest(generic, own, diagnostics) : RenderCode(node.Code?.Template, own, diagnostics);
        ImmutableArray<RenderedText> overloads = node is FunctionNode function ? [.. function.Overloads.Select(o => RenderCode(o.Code?.Template, own, diagnostics)).OfType<RenderedText>()] : [];
        Checked<CompiledModel> compiled = Finish(query, own, diagnostics);
        return compiled.Succeeded(out CompiledModel? model) && !overloads.IsEmpty ? Check.Ok(model with { Overloads = overloads }, compiled.Diagnostics) : compiled;
    }

    /// <summary>Compiles a text in place of the node's own, with the node's hooks.</summary>
    internal static Checked<CompiledModel> CompileText(Node node, string sql, CompilationScope scope) =>
        Finish(new RenderedText(sql, SourceMap.Empty), new ExecuteScope(node, scope, new ManifestReferences(scope.Session.References)), []);

    /// <summary>Injects the ephemeral models that the query refers to, and renders the hooks.</summary>
    private static Checked<CompiledModel> Finish(RenderedText? query, ExecuteScope own, List<Diagnostic> diagnostics)
    {
        ImmutableArray<Cte> ctes = EphemeralCompiler.Compile(own.Ephemerals.Values, own.Compilation, diagnostics);
        if (query is null || diagnostics.Exists(d => d.Severity == Severity.Error))
        {
            return Check.Failed<CompiledModel>(diagnostics);
        }

        RenderedText whole = CteInjector.Inject(query, ctes, own.Node.Location);
        own.Put("sql", Value.Of(whole.Text));
        own.Put("compiled_code", Value.Of(whole.Text));
        bool hasHooks = own.Node is not OperationNode && !own.Compilation.IsForScript;
        ImmutableArray<CompiledHook> before = hasHooks && own.Compilation.Batch is not { IsFirst: false } ? HookCompiler.Compile(own, "pre-hook", diagnostics) : [];
        PostHooks after = hasHooks && own.Compilation.Batch is not { IsLast: false } ? PostHooks.Of(own, diagnostics) : PostHooks.None;
        return diagnostics.Exists(d => d.Severity == Severity.Error)
            ? Check.Failed<CompiledModel>(diagnostics)
            : Check.Ok(new CompiledModel(own.Node, whole.Text, whole.Map, before, after) { Macros = NodeMacros.Of(own, whole.Text), Batch = own.Compilation.Batch }, diagnostics);
    }

    private static RenderedText? RenderCode(Template? code, ExecuteScope own, List<Diagnostic> diagnostics)
    {
        if (code is null)
        {
            return new RenderedText("", SourceMap.Empty);
        }

        Checked<RenderedText> rendered = own.Session.RenderText(code);
        diagnostics.AddRange(DiagnosticPlaces.Move(rendered.Diagnostics, own.Place));
        return rendered.Value;
    }

    private static RenderedText? RenderTest(GenericTest test, ExecuteScope own, List<Diagnostic> diagnostics)
    {
        List<Diagnostic> found = [];
        Value? text = null;
        if (GenericTestArguments.FindMacro(test, own, found) is { } macro && GenericTestArguments.Render(test.Arguments, own, found) is { } arguments)
        {
            Checked<Value> result = own.Session.Call(macro, arguments);
            found.AddRange(result.Diagnostics);
            text = result.Value;
        }

        diagnostics.AddRange(DiagnosticPlaces.Move(found, own.Place));
        return text is null ? null : new RenderedText(text.ToText(), new SourceMap([new SourceMapSegment(0, own.Place, false)]));
    }
}
