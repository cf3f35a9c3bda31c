using System.Collections.Immutable;
using Deck.Models.Engine.Compilation.Injection;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Rendering;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.UnitTests;

/// <summary>Compiles a unit test: its model on the given rows, beside the expected rows, in one query.</summary>
internal static class UnitTestCompiler
{
    public static Checked<CompiledModel> Compile(UnitTestNode test, CompilationScope compilation)
    {
        Manifest manifest = compilation.Session.Manifest;
        if (manifest[test.Model] is not ModelNode { Code: { } code } model)
        {
            throw new InvalidOperationException($"{test} tests {test.Model}, which is no model");
        }

        UnitTestScope scope = new(model, test, compilation, new UnitTestReferences(test, compilation.Session.References));
        List<Diagnostic> diagnostics = [];
        Checked<RenderedText> rendered = scope.Session.RenderText(code.Template);
        diagnostics.AddRange(DiagnosticPlaces.Move(rendered.Diagnostics, test.Location));
        List<Cte> inputs = Inputs(test, model, scope, diagnostics);
        if (rendered.Value is not { } query || HasErrors(diagnostics))
        {
            return Check.Failed<CompiledModel>(diagnostics);
        }

        RenderedText actual = CteInjector.Inject(query, inputs, test.Location);
        return compilation.IsForScript
            ? Check.Ok(UnitTestScript.Prepare(test, actual, compilation), diagnostics)
            : Compare(test, new CompiledModel(model, actual.Text, actual.Map, [], PostHooks.None), scope, diagnostics);
    }

    private static Checked<CompiledModel> Compare(UnitTestNode test, CompiledModel actual, UnitTestScope scope, List<Diagnostic> diagnostics)
    {
        ImmutableArray<FixtureColumn>? columns = ExpectedColumns.Find(test, actual, scope, diagnostics);
        if (columns is null || HasErrors(diagnostics))
        {
            return Check.Failed<CompiledModel>(diagnostics);
        }

        RenderedText comparison = ComparisonQuery.Write(new RenderedText(actual.Sql, actual.Map), FixtureSql.Of(test.Expect, columns.Value), columns.Value, test);
        return Check.Ok(new CompiledModel(test, comparison.Text, comparison.Map, [], PostHooks.None), diagnostics);
    }

    private static List<Cte> Inputs(UnitTestNode test, ModelNode model, UnitTestScope scope, List<Diagnostic> diagnostics)
    {
        List<Cte> inputs = [];
        foreach (UnitTestInput input in test.Given)
        {
            Node node = input.Target is { } id ? scope.Compilation.Session.Manifest[id] : model;
            if (Query(node, input.Rows, scope, diagnostics) is { } sql)
            {
                inputs.Add(new Cte(UnitTestReferences.NameOf(node), new RenderedText(sql, new SourceMap([new SourceMapSegment(0, input.Rows.Location, false)]))));
            }
        }

        return inputs;
    }

    /// <summary>The rows of an input as a query; null with a diagnostic where they are wrong.</summary>
    private static string? Query(Node node, UnitTestRows rows, UnitTestScope scope, List<Diagnostic> diagnostics)
    {
        try
        {
            return rows.Sql is null && MaterializationMacros.HasOwnFixtures(scope.Invocation.Macros) ? UnitTestScript.FixtureOf(node, rows, scope.Compilation)
                : rows.Sql is not null ? FixtureSql.Of(rows, [])
                : FixtureColumns.Of(node, rows, scope, diagnostics) is { } columns ? FixtureSql.Of(rows, columns)
                : null;
        }
        catch (TemplateException e) when (e.Diagnostic is not null)
        {
            diagnostics.Add(e.Diagnostic.At(rows.Location));
            return null;
        }
    }

    private static bool HasErrors(List<Diagnostic> diagnostics) => diagnostics.Exists(d => d.Severity == Severity.Error);
}
