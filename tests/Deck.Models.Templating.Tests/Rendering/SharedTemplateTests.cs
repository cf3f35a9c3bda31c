using Deck.Models.Templating.Rendering;
using NUnit.Framework;

namespace Deck.Models.Templating.Tests.Rendering;

/// <summary>One tree, many renders.</summary>
[TestFixture]
public sealed class SharedTemplateTests
{
    private const string Text = """
        {%- macro twice(x, y='-') %}{{ x }}{{ y }}{{ x }}{% endmacro -%}
        {%- set ns = namespace(total=0) -%}
        {%- for i in range(50) %}{% set ns.total = ns.total + i %}{{ [i, ns.total] | join('/') }}{{ ',' if not loop.last }}{% endfor -%}
        {{ target.name | upper }}
        """;

    [Test]
    public void A_template_renders_in_many_threads_at_once()
    {
        Template template = Templates.Parse(Text);
        string[] texts = new string[64];
        Parallel.For(0, texts.Length, i => texts[i] = Render(template, $"name {i}"));
        Assert.That(texts, Is.EqualTo(Enumerable.Range(0, texts.Length).Select(i => Render(Templates.Parse(Text), $"name {i}"))));
    }

    private static string Render(Template template, string name)
    {
        TestScope scope = new TestScope().With("target", new Values.DictValue([new("name", Values.Value.Of(name))]));
        return new RenderSession(scope, RenderOptions.Default).RenderText(template).Value!.Text;
    }
}
