using Deck.Models.Templating.Rendering;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Templating.Tests.Rendering;

[TestFixture]
public sealed class RenderedSourceMapTests
{
    private static readonly RenderOptions Mapped = RenderOptions.Default with { MapSource = true };

    [TestCase("select {{ 'a' }}, b", "select a, b", ", b", ",")]
    [TestCase("select {{ x }}, b", "select 42, b", "42", "x")]
    [TestCase("a {%- if true %}\n  from t{% endif %}", "a\n  from t", "from", "f")]
    [TestCase("{% for i in [1, 2] %}[{{ i }}]{% endfor %}", "[1][2]", "2]", "i")]
    [TestCase("{% set q %}inner{% endset %}\nfrom {{ q }}", "\nfrom inner", "inner", "q")]
    [TestCase("a\r\nb {{ x }}\r\nc", "a\nb 42\nc", "c", "c")]
    [TestCase("a\r\nb {{ x }}\r\nc", "a\nb 42\nc", "b", "b")]
    public void A_character_leads_back_to_what_wrote_it(string template, string output, string at, string origin)
    {
        RenderedText rendered = Render(template, new TestScope().With("x", Values.Value.Of(42)));
        Assert.That(rendered.Text, Is.EqualTo(output));
        Assert.That(Templates.Marked(rendered.Map.OriginOf(output.IndexOf(at, StringComparison.Ordinal))!), Is.EqualTo(origin));
    }

    [Test]
    public void Text_of_a_macro_leads_to_the_call_in_the_template()
    {
        TestScope scope = new();
        Templates.SessionWith(scope, "{% macro inner() %}deep{% endmacro %}", "{% macro m() %}a {{ inner() }} b{% endmacro %}");
        RenderedText rendered = Render("select {{ m() }} c", scope);
        Assert.That(rendered.Text, Is.EqualTo("select a deep b c"));
        Assert.That(Templates.Marked(rendered.Map.OriginOf(10)!), Is.EqualTo("m()"));
    }

    [Test]
    public void A_call_block_leads_to_its_call()
    {
        TestScope scope = new();
        Templates.SessionWith(scope, "{% macro m() %}<{{ caller() }}>{% endmacro %}");
        RenderedText rendered = Render("a {% call m() %}body{% endcall %}", scope);
        Assert.That(rendered.Text, Is.EqualTo("a <body>"));
        Assert.That(Templates.Marked(rendered.Map.OriginOf(4)!), Is.EqualTo("m()"));
    }

    [Test]
    public void A_plain_text_maps_to_itself()
    {
        RenderedText rendered = Render("select 1\n", new TestScope());
        Assert.That(rendered.Text, Is.EqualTo("select 1\n"));
        Assert.That(Templates.Marked(rendered.Map.OriginOf(7)!), Is.EqualTo("1"));
    }

    private static RenderedText Render(string text, TestScope scope) => new RenderSession(scope, Mapped).RenderText(Templates.Parse(text)).Value!;
}
