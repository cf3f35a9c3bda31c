using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Templating.Tests.Parsing;

[TestFixture]
public sealed class SyntaxErrorTests
{
    [Test]
    public void Each_broken_tag_is_reported_in_one_run()
    {
        Diagnostic[] errors = Templates.ParseErrors("{{ 1 + }} {% set = 3 %} {{ a.b. }} {{ fine }}");
        Assert.That(errors.Select(e => e.Location!.Position.Column), Is.EqualTo(new[] { 8, 18, 33 }));
        Assert.That(errors.Select(e => e.Code), Is.All.EqualTo(TemplateDiagnostics.Syntax));
    }

    [Test]
    public void An_unclosed_block_is_reported_at_its_opening_tag()
    {
        Diagnostic error = Templates.ParseErrors("select\n{% for x in y %}\n{{ x }}").Single();
        Assert.That(error.Message, Is.EqualTo("`{% for %}` has no `{% endfor %}`"));
        Assert.That(error.Location!.Position, Is.EqualTo(new LinePosition(2, 4)));
    }

    [Test]
    public void A_wrong_end_tag_names_the_block_that_is_open()
    {
        Diagnostic error = Templates.ParseErrors("{% if a %}\n{% endfor %}").Single();
        Assert.That(error.Message, Is.EqualTo("`endfor` has no opening tag here"));
        Assert.That(error.Hints, Is.EqualTo(new[] { "the innermost open block is `if` of line 1" }));
    }

    [TestCase("{{ 'abc }}", "the string that starts here has no end", "'")]
    [TestCase("a {# b", "the comment that starts here has no end", "{#")]
    [TestCase("{{ (1] }}", "unexpected `]`, expected `)`", "]")]
    [TestCase("{{ a ? b }}", "unexpected character `?`", "?")]
    [TestCase("{{ '\\x1' }}", "the escape `\\x` needs 2 hexadecimal digits", "'\\x1'")]
    [TestCase("{% macro m(a=1, b) %}{% endmacro %}", "the parameter `b` without a default follows one with a default", "b")]
    [TestCase("{{ f(a=1, a=2) }}", "the keyword argument `a` is given twice", "a")]
    [TestCase("{% break %}", "`break` stands outside of a loop", "break")]
    public void A_mistake_is_marked_where_it_stands(string text, string message, string marked)
    {
        Diagnostic error = Templates.ParseErrors(text)[0];
        Assert.That(error.Message, Is.EqualTo(message));
        Assert.That(Templates.Marked(error), Is.EqualTo(marked));
    }

    [Test]
    public void Unknown_filters_and_tests_come_with_suggestions()
    {
        Diagnostic[] errors = Templates.ParseErrors("{{ a | uper }}{{ b is definde }}");
        Assert.That(errors.Select(e => e.Code), Is.All.EqualTo(TemplateDiagnostics.UnknownFilterOrTest));
        Assert.That(errors.SelectMany(e => e.Hints), Is.EqualTo(new[] { "did you mean `upper`?", "did you mean `defined`?" }));
    }

    [Test]
    public void A_misspelt_tag_comes_with_a_suggestion()
    {
        Diagnostic error = Templates.ParseErrors("{% iff a %}x{% endif %}")[0];
        Assert.That(error.Message, Is.EqualTo("there is no tag named `iff`"));
        Assert.That(error.Hints, Is.EqualTo(new[] { "did you mean `if`?" }));
    }

    [Test]
    public void A_slice_of_a_file_reports_places_in_the_file()
    {
        SourceText file = new("macros/a.sql", "line one\nline two {{ 1 + }}");
        Diagnostic error = TemplateParser.Parse(file.Slice(new TextSpan(9, 18)), TemplateDialect.Dbt).Diagnostics.Single();
        Assert.That(error.Location!.ToString(), Is.EqualTo("macros/a.sql:2:17"));
    }

    [Test]
    public void Deep_nesting_and_long_chains_are_mistakes_not_crashes()
    {
        string deep = "{{ " + new string('(', 100_000) + "1" + new string(')', 100_000) + " }}";
        string blocks = string.Concat(Enumerable.Repeat("{% if a %}", 100_000));
        string chain = "{{ " + string.Join(" + ", Enumerable.Repeat("a", 100_000)) + " }}";
        string lists = "{{ " + new string('[', 100_000);
        string signs = "{{ " + string.Concat(Enumerable.Repeat("- ", 100_000)) + "1 }}";
        Assert.That(new[] { deep, blocks, chain, lists, signs }.Select(t => Templates.ParseErrors(t).Length), Is.All.GreaterThan(0));
    }
}
