using NUnit.Framework;

namespace Deck.Models.Templating.Tests;

[TestFixture]
public sealed class TemplateCallsTests
{
    [Test]
    public void Calls_are_listed_with_their_constants()
    {
        const string text = """
            {{ config(materialized='table', tags=['a', 'b']) }}
            select * from {{ ref('pkg', 'm') }} join {{ source('s', var('t')) }}
            {% if dbt_utils.star(from=ref('n')) %}{% call statement('x') %}{{ adapter.dispatch('f', 'ns')(1) }}{% endcall %}{% endif %}
            """;
        string[] calls = [.. TemplateCalls.Find(Templates.Parse(text)).Select(Describe)];
        Assert.That(calls, Is.EqualTo(new[]
        {
            "config(materialized='table', tags=['a', 'b'])",
            "ref('pkg', 'm')",
            "source('s', ?)",
            "var('t')",
            "dbt_utils.star(from=?)",
            "ref('n')",
            "statement('x')",
            "adapter.dispatch('f', 'ns')",
        }));
    }

    [Test]
    public void A_call_with_spread_arguments_says_so() =>
        Assert.That(TemplateCalls.Find(Templates.Parse("{{ ref(*names) }}")).Single().HasSpread);

    private static string Describe(TemplateCall call)
    {
        IEnumerable<string> positional = call.Positional.Select(v => v?.Repr() ?? "?");
        IEnumerable<string> named = call.Named.Select(n => $"{n.Key}={n.Value?.Repr() ?? "?"}");
        return $"{call.Name}({string.Join(", ", positional.Concat(named))})";
    }
}
