using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Templating.Tests.Rendering;

[TestFixture]
public sealed class RenderErrorTests
{
    [TestCase("a {{ 1 + (2 / 0) }}", "2 / 0", 106)]
    [TestCase("a {{ nope.x }}", "nope", 103)]
    [TestCase("a {{ 1 + 'x' }}", "1 + 'x'", 104)]
    [TestCase("a {{ x.y() }}", "y", 103)]
    [TestCase("a {{ x['y'].z }}", "'y'", 103)]
    [TestCase("a {{ x.y.y }}", "y", 103)]
    [TestCase("a {{ 'a' | replace('a', 'b', cuont=1) }}", "cuont", 104)]
    [TestCase("a {{ x.get('y', defualt=1) }}", "defualt", 104)]
    [TestCase("{% if true %}{{ 'x' | uper('y') }}{% endif %}", "uper", 111)]
    [TestCase("{% if x is  strng %}{% endif %}", "strng", 111)]
    [TestCase("a {{ range('a') | list }}", "range('a')", 104)]
    [TestCase("{% for a, b in [1] %}{% endfor %}", "for", 104)]
    [TestCase("{% if 1 < 'a' %}{% endif %}", "1 < 'a'", 104)]
    [TestCase("{{ 'a'.__class__.x }}", "'a'.__class__.x", 107)]
    [TestCase("{{ [] | map('nosuch') | list }}{{ [1] | map('nosuch') | list }}", null, 111)]
    public void An_error_is_marked_at_what_is_wrong(string text, string? marked, int code)
    {
        Diagnostic error = Templates.RenderError(text, new TestScope().With("x", new DictValue()));
        Assert.That(error.Code.Number, Is.EqualTo(code));
        Assert.That(Templates.Marked(error), marked is null ? Is.Not.Empty : Is.EqualTo(marked));
    }

    [Test]
    public void The_stack_of_macro_calls_leads_to_the_place_innermost_first()
    {
        TestScope scope = new();
        RenderSession session = Templates.SessionWith(
            scope,
            "{% macro inner(x) %}\n  {{ x.y.z }}{% endmacro %}",
            "{% macro outer(x) %}{{ inner(x) }}{% endmacro %}");
        Diagnostic error = session.RenderText(Templates.Parse("select\n{{ outer({}) }}")).Diagnostics.Single();

        Assert.That(error.Location!.ToString(), Is.EqualTo("macros.sql:2:8"));
        Assert.That(error.Related.Select(r => r.Label), Is.EqualTo(new[] { "`inner` called", "`outer` called" }));
        Assert.That(error.Related.Select(r => r.Location.ToString()), Is.EqualTo(new[] { "macros.sql:1:24", "model.sql:2:4" }));
    }

    [Test]
    public void Wrong_arguments_of_a_macro_are_an_error_of_the_call()
    {
        TestScope scope = new();
        RenderSession session = Templates.SessionWith(scope, "{% macro m(a) %}{% endmacro %}");
        Diagnostic error = session.RenderText(Templates.Parse("{{ m(1, 2) }}")).Diagnostics.Single();
        Assert.That(error.Code, Is.EqualTo(TemplateDiagnostics.Type));
        Assert.That(Templates.Marked(error), Is.EqualTo("m(1, 2)"));
        Assert.That(error.Location!.Text.Path, Is.EqualTo("model.sql"));
    }

    [Test]
    public void An_undefined_name_is_quoted_in_backticks_and_comes_with_a_suggestion()
    {
        Diagnostic error = Templates.RenderError("{% set customers = [1] %}{{ custommers[0] }}");
        Assert.That(error.Message, Is.EqualTo("`custommers` is undefined"));
        Assert.That(error.Hints, Is.EqualTo(new[] { "did you mean `customers`?" }));
    }

    [Test]
    public void A_diagnostic_of_the_host_keeps_its_code_and_gets_the_place_of_the_call()
    {
        DiagnosticCode code = new(999, "unknown model");
        TestScope scope = new TestScope().With("ref", new FunctionValue("ref", _ => throw new TemplateException(Diagnostic.Error(code, "no such model"))));
        Diagnostic error = Templates.RenderError("select * from {{ ref('a') }}", scope);
        Assert.That(error.Code, Is.EqualTo(code));
        Assert.That(Templates.Marked(error), Is.EqualTo("ref('a')"));
    }

    [Test]
    public void A_function_of_the_host_learns_where_it_was_called()
    {
        CallSite? site = null;
        RenderSession? session = null;
        TestScope scope = new TestScope().With("ref", new FunctionValue("ref", _ =>
        {
            site = session!.CallSite;
            return Value.Of("x");
        }));
        session = new RenderSession(scope, RenderOptions.Default);
        session.RenderText(Templates.Parse("a {{ ref('b' ~ 'c', v=1) }}"));
        Assert.That(Templates.Marked(site!.Call), Is.EqualTo("ref('b' ~ 'c', v=1)"));
        Assert.That(Templates.Marked(site.FirstArgument!), Is.EqualTo("'b' ~ 'c'"));
    }

    [Test]
    public void Return_outside_of_a_macro_is_an_error()
    {
        Assert.That(Templates.RenderError("{{ return(1) }}").Code, Is.EqualTo(TemplateDiagnostics.Compilation));
        Assert.That(Templates.RenderError("{{ [return(1)] }}").Code, Is.EqualTo(TemplateDiagnostics.Compilation));
    }

    [Test]
    public void A_session_can_be_used_again_after_an_error()
    {
        TestScope scope = new();
        RenderSession session = Templates.SessionWith(scope, "{% macro m(a) %}{{ a.b.c }}{% endmacro %}", "{% macro n(a) %}n{{ a }}{% endmacro %}");
        Assert.That(session.RenderText(Templates.Parse("{{ m({}) }}")).HasErrors);
        Assert.That(session.RenderText(Templates.Parse("{{ n(1) }}")).Value!.Text, Is.EqualTo("n1"));
    }
}
