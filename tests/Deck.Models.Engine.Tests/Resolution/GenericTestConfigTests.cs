using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Tests.Compilation;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Resolution;

/// <summary>Where the config of a generic test comes from.</summary>
public sealed class GenericTestConfigTests
{
    private const string Properties = """
        models:
          - name: users
            data_tests:
              - balanced:
                  config: {severity: error}
        """;

    [TestCase("{% test balanced(model) %}{{ config(fail_calc='sum(n)', severity='warn') }}select 1 as n{% endtest %}", TestName = "Its own call of config counts")]
    [TestCase("{% test balanced(model) %}{{ return(helper(model)) }}{% endtest %}{% macro helper(model) %}{{ config(fail_calc='sum(n)', severity='warn') }}select 1 as n{% endmacro %}",
        TestName = "A call of config in a macro that it calls counts")]
    public void A_tests_macro_configures_it_and_its_use_has_the_last_word(string macros)
    {
        Node test = CompiledProject.Of(("macros/t.sql", macros), ("models/users.sql", "select 1 as id"), ("models/_schema.yml", Properties)).Find("balanced_users_");
        Assert.Multiple(() =>
        {
            Assert.That(test.Config.GetText("fail_calc"), Is.EqualTo("sum(n)"));
            Assert.That(test.Config.GetText("severity"), Is.EqualTo("error").IgnoreCase);
        });
    }
}
