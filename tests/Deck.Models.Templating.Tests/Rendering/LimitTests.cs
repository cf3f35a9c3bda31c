using Deck.Models.Templating.Rendering;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Templating.Tests.Rendering;

[TestFixture]
public sealed class LimitTests
{
    [Test]
    public void Endless_recursion_is_an_error()
    {
        RenderSession session = Templates.SessionWith(new TestScope(), "{% macro m() %}{{ dbt_macro__m() }}{% endmacro %}");
        Diagnostic error = session.RenderText(Templates.Parse("{% macro m() %}{{ dbt_macro__m() }}{% endmacro %}{{ dbt_macro__m() }}")).Diagnostics.Single();
        Assert.That(error.Code, Is.EqualTo(TemplateDiagnostics.Limit));
    }

    [Test]
    public void Several_hundred_nested_calls_are_fine() =>
        Assert.That(
            Templates.Render("{% macro m(n) %}{% if n > 0 %}{{ dbt_macro__m(n - 1) }}{% else %}end{% endif %}{% endmacro %}{{ dbt_macro__m(800) }}"),
            Is.EqualTo("end"));

    [Test]
    public void Loops_have_a_limit()
    {
        RenderOptions options = RenderOptions.Default with { MaxIterations = 1000 };
        Diagnostic error = Templates.RenderError("{% for i in range(100) %}{% for j in range(100) %}{% endfor %}{% endfor %}", options: options);
        Assert.That(error.Code, Is.EqualTo(TemplateDiagnostics.Limit));
        Assert.That(error.Message, Is.EqualTo("loops ran more than 1000 times in one render"));
    }

    [Test]
    public void Output_has_a_limit()
    {
        RenderOptions options = RenderOptions.Default with { MaxOutputLength = 100 };
        Diagnostic error = Templates.RenderError("{% for i in range(100) %}ab{% endfor %}", options: options);
        Assert.That(error.Code, Is.EqualTo(TemplateDiagnostics.Limit));
    }

    [Test]
    public void Limits_are_those_of_one_render()
    {
        RenderSession session = new(new TestScope(), RenderOptions.Default with { MaxIterations = 100, MaxOutputLength = 100 });
        Template template = Templates.Parse("{% for i in range(60) %}a{% endfor %}");
        Assert.That(session.RenderText(template).HasErrors, Is.False);
        Assert.That(session.RenderText(template).HasErrors, Is.False);
    }

    [Test]
    public void A_cancelled_render_stops()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        RenderSession session = new(new TestScope(), RenderOptions.Default with { Cancellation = source.Token });
        Assert.That(() => session.RenderText(Templates.Parse("{{ 1 }}")), Throws.InstanceOf<OperationCanceledException>());
    }
}
