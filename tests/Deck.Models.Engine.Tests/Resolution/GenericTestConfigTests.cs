using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Tests.Compilation;
using Deck.Models.Text;
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

    [TestCase("accepted_values: {values: [1]}", 1)]
    [TestCase("accepted_values: {values: [1], config: {severity: warn}}, relationships: {to: ref('users'), field: id}", 2)]
    [TestCase("accepted_values: {arguments: {values: [1]}}", 0)]
    [TestCase("unique: {where: id > 0, name: one_id, severity: warn}", 0)]
    [TestCase("not_null: {column_name: id}", 0)]
    [TestCase("not_null", 0)]
    public void Arguments_beside_the_configs_are_told_once(string tests, int count)
    {
        string list = string.Join(", ", tests.Split(", relationships").Select((t, i) => i == 0 ? $"{{{t}}}" : $"{{relationships{t}}}")).Replace("{not_null}", "not_null", StringComparison.Ordinal);
        IEnumerable<Diagnostic> told = SmallProject.Resolve(SmallProject.Files(
            ("models/users.sql", "select 1 as id"), ("models/_schema.yml", $"models: [{{name: users, columns: [{{name: id, data_tests: [{list}]}}]}}]"))).Diagnostics;

        Assert.That(told.Where(d => d.Code == ResolutionCodes.LooseArguments).Select(d => $"{d.Severity} {d.Code.WarningName} {d.Message}"), Is.EqualTo(count == 0 ? (string[])[] :
            [$"Notice MissingArgumentsPropertyInGenericTestDeprecation arguments of generic tests belong below `arguments`; those of {count} {(count == 1 ? "test" : "tests")} do not stand there"]));
    }

    [TestCase("{unique: {where: id > 0, name: one_id, severity: warn}}, {not_null: {tags: [x]}}", 2)]
    [TestCase("{unique: {config: {where: id > 0}}}, {not_null: {column_name: id}}", 0)]
    public void Configs_beside_the_config_are_told_once(string tests, int count)
    {
        IEnumerable<Diagnostic> told = SmallProject.Resolve(SmallProject.Files(
            ("models/users.sql", "select 1 as id"), ("models/_schema.yml", $"models: [{{name: users, columns: [{{name: id, data_tests: [{tests}]}}]}}]"))).Diagnostics;

        Assert.That(told.Where(d => d.Code == ResolutionCodes.LooseConfigs).Select(d => $"{d.Severity} {d.Code.WarningName} {d.Message}"), Is.EqualTo(count == 0 ? (string[])[] :
            [$"Notice PropertyMovedToConfigDeprecation configs of generic tests belong below `config`; those of {count} tests do not stand there"]));
    }

    [Test]
    public void Tests_of_a_model_with_a_file_for_each_database_are_there_once()
    {
        Manifest manifest = SmallProject.Manifest(
            ("models/a/orders.sql", "{{ config(enabled=false) }}select 1 as id"),
            ("models/b/orders.sql", "select 1 as id"),
            ("models/_schema.yml", "models: [{name: orders, columns: [{name: id, data_tests: [unique]}]}]"));

        Assert.That(manifest.Nodes.OfType<DataTestNode>().Select(t => t.Name), Is.EqualTo(["unique_orders_id"]));
    }

    [TestCase("models: [{name: gone, columns: [{name: id, data_tests: [unique]}], data_tests: [{not_null: {arguments: {column_name: id}}}]}]", "unique_gone_id models.gone null; not_null_gone_id models.gone null", 2)]
    [TestCase("models: [{name: gone, versions: [{v: 1}, {v: 2}], columns: [{name: id, data_tests: [unique]}]}]", "unique_gone_v1_id models.gone null; unique_gone_v2_id models.gone null", 1)]
    [TestCase("models: [{name: codes, columns: [{name: id, data_tests: [unique]}]}]", "unique_codes_id models.codes seed.shop.codes", 0)]
    public void Tests_of_what_does_not_exist_or_is_of_another_kind_are_told_and_kept(string properties, string expected, int warnings)
    {
        Checked<Manifest> resolved = SmallProject.Resolve(SmallProject.Files(("seeds/codes.csv", "id\n1\n"), ("models/_schema.yml", properties)));

        Assert.That(resolved.Diagnostics.Count(d => d.Code.WarningName == "NodeNotFoundOrDisabled" && d.Severity == Severity.Warning), Is.EqualTo(warnings));
        Assert.That(
            string.Join("; ", resolved.Value!.Nodes.Concat(resolved.Value.IncompleteTests).OfType<DataTestNode>().Select(t => $"{t.Name} {t.Generic!.FileKey} {t.Generic.AttachedTo?.Value ?? "null"}")),
            Is.EqualTo(expected));
    }
}
