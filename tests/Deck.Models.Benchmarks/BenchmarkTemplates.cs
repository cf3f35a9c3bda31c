using Deck.Models.Engine.Loading.Resources;
using Deck.Models.Templating;
using Deck.Models.Templating.Rendering;
using Deck.Models.Text;

namespace Deck.Models.Benchmarks;

/// <summary>The texts that the template benchmarks read: models typical of dbt projects, single expressions, the embedded macro library.</summary>
internal static class BenchmarkTemplates
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Templates");

    public static IReadOnlyList<SourceText> Models { get; } =
        [.. Directory.GetFiles(Folder, "*.sql").Order(StringComparer.Ordinal).Select(f => new SourceText(Path.GetFileNameWithoutExtension(f), File.ReadAllText(f)))];

    public static IReadOnlyList<string> Expressions { get; } = File.ReadAllLines(Path.Combine(Folder, "expressions.txt"));

    /// <summary>Every macro of the `dbt` library that the engine brings, each a text of its own as the loader cuts them.</summary>
    public static IReadOnlyList<SourceText> Macros { get; } = [.. MacroLibrary.Load().Value?.Macros.Select(m => m.Block) ?? []];

    private static readonly RenderOptions Options = RenderOptions.Default with { MapSource = true };

    public static SourceText Model(string name) => Models.Single(m => m.Path == name);

    public static SourceText Expression(string text) => new(text, "{{ " + text + " }}");

    /// <summary>As Python's Jinja2 reads it, except for the macro library, which is in dbt's dialect.</summary>
    public static Template Parse(SourceText text) =>
        TemplateParser.Parse(text, text.Parent is null ? TemplateDialect.Jinja : TemplateDialect.Dbt).Value ?? throw new InvalidOperationException($"{text.Path} does not parse");

    public static string Render(Template template)
    {
        Checked<RenderedText> rendered = new RenderSession(ReferenceScope.Instance, Options).RenderText(template);
        return rendered.Value?.Text ?? throw new InvalidOperationException(rendered.Diagnostics[0].ToString());
    }
}
