using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Templating.Tests;

/// <summary>Parses and renders the short texts of tests.</summary>
internal static class Templates
{
    public static Template Parse(string text, string path = "model.sql")
    {
        Checked<Template> parsed = TemplateParser.Parse(new SourceText(path, text), TemplateDialect.Dbt);
        Assert.That(parsed.Diagnostics, Is.Empty);
        return parsed.Value!;
    }

    public static Diagnostic[] ParseErrors(string text) => [.. TemplateParser.Parse(new SourceText("model.sql", text), TemplateDialect.Dbt).Diagnostics];

    public static string Render(string text, TestScope? scope = null)
    {
        Checked<RenderedText> rendered = new RenderSession(scope ?? new TestScope(), RenderOptions.Default).RenderText(Parse(text));
        Assert.That(rendered.Diagnostics, Is.Empty);
        return rendered.Value!.Text;
    }

    public static Diagnostic RenderError(string text, TestScope? scope = null, RenderOptions? options = null)
    {
        Checked<RenderedText> rendered = new RenderSession(scope ?? new TestScope(), options ?? RenderOptions.Default).RenderText(Parse(text));
        Assert.That(rendered.Diagnostics, Has.Length.EqualTo(1));
        return rendered.Diagnostics[0];
    }

    /// <summary>The text that a diagnostic points at.</summary>
    public static string Marked(Diagnostic diagnostic) => Marked(diagnostic.Location!);

    public static string Marked(Location place) => place.Text.Content.Substring(place.Span.Start, place.Span.Length);

    /// <summary>A session with the given macros in its scope, each under its own name.</summary>
    public static RenderSession SessionWith(TestScope scope, params string[] macros)
    {
        RenderSession session = new(scope, RenderOptions.Default);
        foreach (string text in macros)
        {
            Template template = Parse(text, "macros.sql");
            scope.With(template.MacroName!["dbt_macro__".Length..], session.Bind(template));
        }

        return session;
    }
}
