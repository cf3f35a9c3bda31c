using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Tests.Compilation;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Resolution;

/// <summary>dbt's behaviour change flags in `flags:` of the project file, with their defaults and with the other value.</summary>
public sealed class BehaviourFlagTests
{
    [TestCase("", "model.shop.base")]
    [TestCase("require_ref_searches_node_package_before_root: true", "model.pack.base")]
    public void A_packages_reference_is_looked_for_in_the_order_of_the_flag(string flag, string expected)
    {
        Manifest manifest = SmallProject.Manifest(
            Project(flag),
            ("packages.yml", "packages: [{local: pack}]\n"),
            ("dbt_packages/pack/dbt_project.yml", "name: pack\nversion: '1'\nmodels: {pack: {+schema: pack}}\n"),
            ("dbt_packages/pack/models/base.sql", "select 1 as id"),
            ("dbt_packages/pack/models/reader.sql", "select * from {{ ref('base') }}"),
            ("models/base.sql", "select 2 as id"));

        Assert.That(manifest.Nodes.Single(n => n.Name == "reader").DependsOn.Select(d => d.Value), Is.EqualTo([expected]));
    }

    [TestCase("", "(a = b) False True")]
    [TestCase("enable_truthy_nulls_equals_macro: true", "(a is not distinct from b) True True")]
    [TestCase("postgres_skip_autocommit_transaction_statements: false", "(a = b) False False")]
    public void The_adapters_flags_are_the_projects(string flag, string expected) => Assert.That(
        CompiledProject.Of(Project(flag, "dbt_project.yml"), ("models/a.sql", "{{ dbt.equals('a', 'b') }} {{ adapter.behavior.enable_truthy_nulls_equals_macro }} {{ adapter.behavior.postgres_skip_autocommit_transaction_statements.setting }}")).Sql("a"),
        Is.EqualTo(expected));

    [TestCase("", "values", "MissingArgumentsPropertyInGenericTestDeprecation")]
    [TestCase("require_generic_test_arguments_property: false", "arguments values", "")]
    public void Arguments_are_nested_unless_the_flag_is_off(string flag, string names, string warnings)
    {
        Checked<Manifest> resolved = SmallProject.Resolve(SmallProject.Files(
            Project(flag),
            ("macros/t.sql", "{% test among(model, values, arguments=none) %}select 1 where false{% endtest %}"),
            ("models/a.sql", "select 1 as id"),
            ("models/a.yml", "models: [{name: a, data_tests: [{among: {values: [1], arguments: {}}}]}]")));

        Assert.That(string.Join(' ', resolved.Diagnostics.Select(d => d.Code.WarningName)), Is.EqualTo(warnings));
        Assert.That(
            string.Join(' ', resolved.Value!.Nodes.OfType<DataTestNode>().Single().Generic!.Arguments.Entries.Keys.Select(k => k.ToText()).Where(k => k != "model").Order()),
            Is.EqualTo(names));
    }

    [TestCase("", "shop.analysis.deep.q", "models")]
    [TestCase("require_corrected_analysis_fqns: true", "shop.deep.q", "analyses")]
    public void Analyses_have_a_tree_of_their_own_with_the_flag(string flag, string fqn, string tree)
    {
        Node analysis = SmallProject.Resolve(SmallProject.Files(
            ("project.yml", $"name: shop\nversion: '1'\nprofile: shop\nflags: {{{flag}}}\nmodels: {{+meta: {{tree: models}}}}\nanalyses: {{+meta: {{tree: analyses}}}}\n"),
            ("models/a.sql", "select 1 as id"),
            ("analyses/deep/q.sql", "select 1"))).Value!.Nodes.Single(n => n.Name == "q");

        Assert.That(string.Join('.', analysis.Fqn), Is.EqualTo(fqn));
        Assert.That(analysis.Meta.Entries.Values.Select(v => v.ToText()), Is.EqualTo([tree]));
    }

    [TestCase("", "a")]
    [TestCase("allow_jinja_file_extensions: true", "a b c d")]
    public void Files_may_be_called_templates_with_the_flag(string flag, string expected)
    {
        Manifest manifest = SmallProject.Manifest(
            Project(flag),
            ("models/a.sql", "select 1 as id"),
            ("models/b.sql.jinja", "select 1 as id"),
            ("models/c.sql.j2", "select {{ one() }} as id"),
            ("models/d.sql.jinja2", "select 1 as id"),
            ("models/e.md.jinja", "{% docs about %}text{% enddocs %}"),
            ("macros/m.sql", "{% macro one() %}1{% endmacro %}"),
            ("macros/n.sql.jinja", "{% macro two() %}2{% endmacro %}"));

        Assert.That(string.Join(' ', manifest.Nodes.Select(n => n.Name).Order()), Is.EqualTo(expected));
        Assert.That(manifest.Macros.All.Any(m => m.Name == "two"), Is.EqualTo(flag.Length > 0));
        Assert.That(manifest.Declarations.Docs.Any(d => d.Name == "about"), Is.EqualTo(flag.Length > 0));
    }

    [Test]
    public void A_relation_without_a_schema_is_a_mistake() => Assert.That(
        SmallProject.Mistakes(("macros/s.sql", "{% macro generate_schema_name(custom, node) %}{{ return(none) }}{% endmacro %}"), ("models/a.sql", "select 1 as id")),
        Is.EqualTo(["DECK0607 `generate_schema_name` gives None"]));

    private static (string Path, string Content) Project(string flag, string file = "project.yml") => (file, $"name: shop\nversion: '1'\nprofile: shop\nflags: {{{flag}}}\n");
}
