using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Templating.Tests.Rendering;

[TestFixture]
public sealed class MacroTests
{
    [Test]
    public void Return_ends_the_macro_wherever_it_stands()
    {
        TestScope scope = new();
        RenderSession session = Templates.SessionWith(
            scope,
            "{% macro direct() %}text{% for i in [1, 2] %}{% if i == 2 %}{{ return([i]) }}{% endif %}{% endfor %}more{% endmacro %}",
            "{% macro nested() %}text{{ [return({'a': 1})] }}more{% endmacro %}",
            "{% macro captured() %}{% set x %}{% do return(3) %}{% endset %}more{% endmacro %}");
        string text = session.RenderText(Templates.Parse("{{ direct()[0] + 1 }} {{ nested().a }} {{ captured() + 1 }}")).Value!.Text;
        Assert.That(text, Is.EqualTo("3 1 4"));
    }

    [Test]
    public void Return_in_a_call_body_ends_the_macro_that_runs_it()
    {
        RenderSession session = Templates.SessionWith(new TestScope(), "{% macro m() %}a{{ caller() }}b{% endmacro %}");
        Assert.That(session.RenderText(Templates.Parse("{% call m() %}x{{ return('r') }}{% endcall %}!")).Value!.Text, Is.EqualTo("r!"));
    }

    [Test]
    public void A_session_knows_which_macros_the_text_called_itself_and_in_which_order()
    {
        RenderSession session = Templates.SessionWith(
            new TestScope(),
            "{% macro outer(x) %}{{ inner() }}{{ x }}{% endmacro %}",
            "{% macro inner() %}i{% endmacro %}",
            "{% macro argument() %}a{% endmacro %}",
            "{% macro idle() %}{% endmacro %}");
        session.RenderText(Templates.Parse("{{ outer(argument()) }}{{ outer(1) }}{% if false %}{{ idle() }}{% endif %}"));
        Assert.That(session.CalledMacros.Select(t => t.MacroName), Is.EqualTo(new[] { "dbt_macro__argument", "dbt_macro__outer" }));
    }

    [Test]
    public void A_bound_macro_finds_names_in_the_scope_it_was_bound_with()
    {
        TestScope own = new TestScope().With("x", Value.Of("own"));
        RenderSession session = new(new TestScope().With("x", Value.Of("outer")), RenderOptions.Default);
        Template macro = Templates.Parse("{% macro m() %}{{ x }}{% endmacro %}");
        Assert.That(session.Bind(macro, own).Call(Arguments.None).ToText(), Is.EqualTo("own"));
        Assert.That(session.Bind(macro).Call(Arguments.None).ToText(), Is.EqualTo("outer"));
    }

    [TestCase("{% macro m(a, b: int = 1) %}{% endmacro %}", "dbt_macro__m", "a,b=")]
    [TestCase("{% test t(model, column_name) %}{% endtest %}", "dbt_macro__test_t", "model,column_name")]
    [TestCase("{% materialization x, adapter='postgres' %}{% endmaterialization %}", "dbt_macro__materialization_x_postgres", "supported_languages=")]
    [TestCase("{% materialization x, default %}{% endmaterialization %}", "dbt_macro__materialization_x_default", "supported_languages=")]
    [TestCase("{% docs d %}text{% enddocs %}", "dbt_docs__d", "")]
    public void A_template_tells_the_macro_that_it_defines(string text, string name, string parameters)
    {
        Template template = Templates.Parse(text);
        Assert.That(template.MacroName, Is.EqualTo(name));
        Assert.That(string.Join(',', template.MacroParameters.Select(p => p.Name + (p.HasDefault ? "=" : ""))), Is.EqualTo(parameters));
    }

    [Test]
    public void Calling_from_the_host_gives_errors_as_diagnostics()
    {
        RenderSession session = new(new TestScope(), RenderOptions.Default);
        Value macro = session.Bind(Templates.Parse("{% macro m(a) %}{{ 1 / a }}{% endmacro %}"));
        Assert.That(session.Call(macro, Arguments.Of(Value.Of(2))).Value!.ToText(), Is.EqualTo("0.5"));
        Checked<Value> failed = session.Call(macro, Arguments.Of(Value.Of(0)));
        Assert.That(failed.Diagnostics.Single().Code, Is.EqualTo(TemplateDiagnostics.ZeroDivision));
        Assert.That(Templates.Marked(failed.Diagnostics[0]), Is.EqualTo("1 / a"));
    }

    [Test]
    public void A_text_renders_inside_a_function_of_the_host()
    {
        RenderSession? session = null;
        TestScope scope = new TestScope().With("x", Value.Of(1));
        scope.With("render", new FunctionValue("render", a => Value.Of(session!.RenderNested(Templates.Parse(a.Positional[0].ToText())))));
        session = new RenderSession(scope, RenderOptions.Default);
        Assert.That(session.RenderText(Templates.Parse("{{ render('[{{ x }}]') }}")).Value!.Text, Is.EqualTo("[1]"));
    }
}
