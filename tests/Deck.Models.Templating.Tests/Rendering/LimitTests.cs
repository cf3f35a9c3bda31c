using Deck.Models.Templating.Builtins;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
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

    /// <summary>Sixty levels, each holding the one below twice, are 2^60 paths, but sixty lists.</summary>
    [TestCase("ns.a == ns.b", ExpectedResult = "True")]
    [TestCase("ns.a == ns.c", ExpectedResult = "False")]
    [TestCase("ns.a < ns.c", ExpectedResult = "True")]
    [TestCase("ns.a in [ns.c, ns.b]", ExpectedResult = "True")]
    [TestCase("[ns.c, ns.a, ns.b]|sort|length", ExpectedResult = "3")]
    [TestCase("ns.d == ns.e", ExpectedResult = "True")]
    [TestCase("{ns.t: 1}[ns.u]", ExpectedResult = "1")]
    [TestCase("set([ns.t, ns.u])|length", ExpectedResult = "1")]
    public string Shared_parts_are_compared_once(string expression) => Templates.Render($$$"""
        {%- set ns = namespace(a=[1], b=[1], c=[2], t=(1,), u=(1,), d={'k': 1}, e={'k': 1}) -%}
        {%- for i in range(60) -%}
          {%- set ns.a = [ns.a, ns.a] -%}{%- set ns.b = [ns.b, ns.b] -%}{%- set ns.c = [ns.c, ns.c] -%}
          {%- set ns.t = (ns.t, ns.t) -%}{%- set ns.u = (ns.u, ns.u) -%}
          {%- set ns.d = {'x': ns.d, 'y': ns.d} -%}{%- set ns.e = {'x': ns.e, 'y': ns.e} -%}
        {%- endfor -%}
        {{ {{{expression}}} }}
        """, DbtScope());

    /// <summary>What could run for ever or fill the memory ends in an error of its own.</summary>
    [TestCase("{{ 'a' * 10**12 }}", "MemoryError")]
    [TestCase("{{ [[]] * 10**12 }}", "MemoryError")]
    [TestCase("{{ (1, 2) * 99999999999 }}", "MemoryError")]
    [TestCase("{{ 10**(10**10) }}", "MemoryError")]
    [TestCase("{% set ns = namespace(n=10**1000) %}{% for i in range(60) %}{% set ns.n = ns.n * ns.n %}{% endfor %}", "MemoryError")]
    [TestCase("{{ 10**5000 }}", "ValueError")]
    [TestCase("{{ 'a'.center(10**12) }}", "MemoryError")]
    [TestCase("{{ 'a'.ljust(10**30) }}", "MemoryError")]
    [TestCase("{{ 'a'.zfill(10**12) }}", "MemoryError")]
    [TestCase("{{ '{:1000000000d}'.format(1) }}", "ValueError")]
    [TestCase("{{ '%1000000000d' % 1 }}", "ValueError")]
    [TestCase("{{ '%*d' % (10**9, 1) }}", "MemoryError")]
    [TestCase("{{ 'a'.expandtabs(10**12) ~ '\\t'.expandtabs(10**12) }}", "MemoryError")]
    [TestCase("{{ range(10**9) }}", "OverflowError")]
    [TestCase("{{ range(100000) | list * 100000 }}", "MemoryError")]
    [TestCase("{{ ('a' * 10**6) | replace('a', 'a' * 10**6) | length }}", "MemoryError")]
    [TestCase("{{ ('a' * 10**6).replace('', 'a' * 10**6) }}", "MemoryError")]
    [TestCase("{{ ('a' * 10**6).join(['b'] * 10**6) }}", "MemoryError")]
    [TestCase("{{ ['b'] * 10**6 | join('a' * 10**6) }}", "TypeError")]
    [TestCase("{{ (['b'] * 10**6) | join('a' * 10**6) }}", "MemoryError")]
    [TestCase("{{ ('a\\n' * 10**6) | indent(10**6) }}", "MemoryError")]
    [TestCase("{{ [[1]] | tojson(10**12) }}", "MemoryError")]
    [TestCase("{{ 'a' | center(10**12) }}", "MemoryError")]
    [TestCase("{{ [1] | batch(10**12, 0) | list }}", "MemoryError")]
    [TestCase("{{ [1] | slice(10**12) | list }}", "RenderLimitError")]
    [TestCase("{% set ns = namespace(x=[1]) %}{% for i in range(90) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }}", "MemoryError")]
    [TestCase("{% set ns = namespace(x=[1]) %}{% for i in range(90) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ tojson(ns.x) }}", "MemoryError")]
    [TestCase("{% set ns = namespace(x=[1]) %}{% for i in range(90) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x | pprint }}", "MemoryError")]
    [TestCase("{% set ns = namespace(x='ab') %}{% for i in range(90) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}", "MemoryError")]
    [TestCase("{% set ns = namespace(x='ab') %}{% for i in range(90) %}{% set ns.x = ns.x + ns.x %}{% endfor %}", "MemoryError")]
    [TestCase("{% set ns = namespace(x=[1]) %}{% for i in range(90) %}{% set ns.x = ns.x + ns.x %}{% endfor %}", "MemoryError")]
    [TestCase("{% set x = [1] %}{% for i in range(90) %}{% do x.extend(x) %}{% endfor %}", "MemoryError")]
    [TestCase("{{ lipsum(10**9) }}", "MemoryError")]
    [TestCase("{{ 'x' in modules.itertools.count() }}", "RenderLimitError")]
    [TestCase("{{ modules.itertools.count() | list }}", "RenderLimitError")]
    [TestCase("{{ modules.itertools.cycle([1]) | sum }}", "RenderLimitError")]
    [TestCase("{{ modules.itertools.repeat(1) | last }}", "TypeError")]
    [TestCase("{{ modules.itertools.count() | select('none') | first }}", "RenderLimitError")]
    [TestCase("{% for i in modules.itertools.count() %}{% endfor %}", "RenderLimitError")]
    [TestCase("{{ modules.itertools.product(range(1000), repeat=9) | select('none') | list }}", "RenderLimitError")]
    [TestCase("{{ modules.itertools.permutations(range(20)) | map('first') | sum }}", "RenderLimitError")]
    [TestCase("{{ zip(modules.itertools.count(), modules.itertools.count()) | list }}", "RenderLimitError")]
    [TestCase("{{ modules.re.match('(a+)+$', 'a' * 50 ~ 'b') }}", "TimeoutError")]
    public void What_would_never_end_is_an_error(string text, string pythonClass)
    {
        Assert.That(Templates.RenderError(text, DbtScope()).Code, Is.EqualTo(TemplateDiagnostics.CodeOf(pythonClass)));
    }

    /// <summary>Nesting without end, in the text and in values.</summary>
    [TestCase("(", "1", ")")]
    [TestCase("[", "1", "]")]
    [TestCase("{1: ", "1", "}")]
    [TestCase("-", "1", "")]
    [TestCase("not ", "1", "")]
    [TestCase("1 if ", "1", " else 2")]
    [TestCase("x(", "1", ")")]
    [TestCase("x[", "1", "]")]
    [TestCase("", "x", ".a")]
    [TestCase("", "x", "[0]")]
    [TestCase("", "x", "()")]
    [TestCase("", "x", " | e")]
    [TestCase("", "1", " + 1")]
    [TestCase("", "1", " ~ 1")]
    [TestCase("", "1", " < 1")]
    [TestCase("", "1", " is none")]
    [TestCase("", "1", " and 1")]
    public void Deep_expressions_render_or_fail(string before, string middle, string after)
    {
        const int Depth = 100_000;
        string text = "{{ " + string.Concat(Enumerable.Repeat(before, Depth)) + middle + string.Concat(Enumerable.Repeat(after, Depth)) + " }}";
        Checked<Template> parsed = TemplateParser.Parse(new SourceText("deep.sql", text), TemplateDialect.Dbt);
        bool ends = !parsed.Succeeded(out Template? template) || new RenderSession(new TestScope(), RenderOptions.Default).RenderText(template).Diagnostics.Length <= 1;
        Assert.That(ends);
    }

    [TestCase("{% if 1 %}", "{% endif %}")]
    [TestCase("{% for i in [1] %}", "{% endfor %}")]
    [TestCase("{% with %}", "{% endwith %}")]
    [TestCase("{% filter upper %}", "{% endfilter %}")]
    [TestCase("{% set x %}", "{% endset %}")]
    [TestCase("{% macro m() %}", "{% endmacro %}")]
    [TestCase("{% call x() %}", "{% endcall %}")]
    public void Deep_statements_render_or_fail(string open, string close)
    {
        const int Depth = 50_000;
        string text = string.Concat(Enumerable.Repeat(open, Depth)) + string.Concat(Enumerable.Repeat(close, Depth));
        Checked<Template> parsed = TemplateParser.Parse(new SourceText("deep.sql", text), TemplateDialect.Dbt);
        Assert.That(parsed.Diagnostics.Select(d => d.Code), Is.EqualTo(new[] { TemplateDiagnostics.Syntax }));
    }

    [TestCase("{% set x = [] %}{% for i in range(100000) %}{% set _ = x.append([x]) %}{% endfor %}{{ x | length }}")]
    [TestCase("{% set x = [] %}{% do x.append(x) %}{{ x == x }}{{ x }}")]
    [TestCase("{% set x = {} %}{% do x.update(a=x) %}{{ x }}{{ tojson(x) }}")]
    [TestCase("{% set x = [] %}{% set y = [] %}{% do x.append(y) %}{% do y.append(x) %}{{ x == y }}")]
    [TestCase("{% set ns = namespace(x=[]) %}{% for i in range(90000) %}{% set ns.x = [ns.x] %}{% endfor %}{{ ns.x }}")]
    [TestCase("{% set ns = namespace(x=[]) %}{% for i in range(90000) %}{% set ns.x = [ns.x] %}{% endfor %}{{ tojson(ns.x) }}")]
    [TestCase("{% set ns = namespace(x=[]) %}{% for i in range(90000) %}{% set ns.x = ns.x | map('string') %}{% endfor %}{{ ns.x | list }}")]
    [TestCase("{% set ns = namespace(x=[], y=[]) %}{% for i in range(90000) %}{% set ns.x = [ns.x] %}{% set ns.y = [ns.y] %}{% endfor %}{{ ns.x == ns.y }}{{ ns.x < ns.y }}")]
    [TestCase("{% set ns = namespace(x=()) %}{% for i in range(90000) %}{% set ns.x = (ns.x,) %}{% endfor %}{{ {ns.x: 1} }}")]
    [TestCase("{{ fromjson('[' * 100000) }}{{ fromjson('[' * 100000 ~ ']' * 100000) }}")]
    [TestCase("{% set ns = namespace(x=[]) %}{% for i in range(90000) %}{% set ns.x = [ns.x] %}{% endfor %}{{ ns.x | pprint }}")]
    [TestCase("{{ modules.re.compile('(' * 100000 ~ ')' * 100000) }}")]
    public void Values_without_end_render_or_fail(string text)
    {
        TestScope scope = new();
        foreach ((string name, Value value) in GlobalFunctions.Dbt(TimeProvider.System))
        {
            scope.With(name, value);
        }

        Checked<RenderedText> rendered = new RenderSession(scope, RenderOptions.Default).RenderText(Templates.Parse(text));
        Assert.That(rendered.Diagnostics, rendered.HasErrors ? Has.Length.EqualTo(1) : Is.Empty);
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

    private static TestScope DbtScope()
    {
        TestScope scope = new();
        foreach ((string name, Value value) in GlobalFunctions.Dbt(TimeProvider.System))
        {
            scope.With(name, value);
        }

        return scope;
    }
}
