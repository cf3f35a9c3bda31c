using System.Collections.Immutable;
using Deck.Models.Templating.Blocks;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Testing.Cases;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Templating.Tests.Rendering;

/// <summary>What a user reads about mistakes: each line of a case's model.sql is a template of its own, macros.sql holds the macros of all.</summary>
[TestFixture]
public sealed class DiagnosticCaseTests
{
    public static IEnumerable<TestCaseData<CaseFolder>> Cases => CaseFolder.Beside();

    [TestCaseSource(nameof(Cases))]
    public void Mistakes_are_explained(CaseFolder folder)
    {
        TestScope scope = new TestScope()
            .With("raise", new FunctionValue("raise", a => throw TemplateException.CompilationError(a.Positional[0].ToText())))
            .With("target", new DictValue([new("schema", Value.Of("analytics")), new("name", Value.Of("dev"))]))
            .With("greet", FunctionValue.Of("greet(person, greeting='hello')", a => Value.Of($"{a.Text(1)} {a.Text(0)}")));
        RenderSession session = new(scope, RenderOptions.Default);
        Define(new SourceText("macros.sql", folder.Read("macros.sql") ?? ""), session, scope);
        folder.Check("expected.diagnostics", DiagnosticList.Format(Lines(new SourceText("model.sql", folder.Read("model.sql")!)).SelectMany(l => Render(l, session))));
    }

    private static void Define(SourceText macros, RenderSession session, TestScope scope)
    {
        foreach (TemplateBlock block in BlockLexer.Extract(macros, BlockKinds.Macro).Value!.Blocks)
        {
            scope.With(block.Name, session.Bind(TemplateParser.Parse(macros.Slice(block.Whole), TemplateDialect.Dbt).Value!));
        }
    }

    private static IEnumerable<SourceText> Lines(SourceText text) =>
        Enumerable.Range(1, text.LineCount).Select(line => text.Slice(new TextSpan(text.OffsetAt(line, 1), text.LineAt(line).Length)));

    private static ImmutableArray<Diagnostic> Render(SourceText text, RenderSession session)
    {
        Checked<Template> parsed = TemplateParser.Parse(text, TemplateDialect.Dbt);
        return parsed.Succeeded(out Template? template) ? session.RenderText(template).Diagnostics : parsed.Diagnostics;
    }
}
