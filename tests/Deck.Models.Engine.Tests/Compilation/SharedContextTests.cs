using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Compilation;

/// <summary>What the texts of all nodes share: the project's configuration, `graph`, the thread they run on.</summary>
public sealed class SharedContextTests
{
    [Test]
    public void Packages_read_the_configuration_of_the_project_through_ref()
    {
        CompiledProject project = CompiledProject.Of(("models/a.sql", """
            {%- set c = builtins.ref.config -%}
            {{ c.project_name }} {{ c.dependencies['shop'].version }} {{ c.vars.to_dict().limit }} {{ c.model_paths }} {{ c.cli_vars }} {{ c.target_name }} {{ c.args.WHICH -}}
            """));
        Assert.That(project.Sql("a"), Is.EqualTo("shop 1.0 7 ['models'] {} default compile"));
    }

    [Test]
    public void A_test_has_a_place_of_its_own()
    {
        CompiledProject project = CompiledProject.Of(
            ("macros/t.sql", "{% test placed(model) %}select '{{ this.table }}', '{{ this.schema }}'{% endtest %}"),
            ("models/a.sql", "select 1"),
            ("models/schema.yml", "models: [{name: a, data_tests: [placed]}]"));
        Assert.That(project.Sql("placed_a_"), Is.EqualTo("select 'placed_a_', 'app_dbt_test__audit'"));
    }

    [Test]
    public void Nodes_on_several_threads_keep_things_in_graph()
    {
        const int Nodes = 8;
        CompiledProject project = CompiledProject.Of(
        [
            .. Enumerable.Range(0, Nodes).Select(i => ($"models/m{i}.sql", """
                {% set kept = graph.setdefault('kept', {}) %}{% for i in range(400) %}{% do kept.update({this.name ~ i: 1}) %}{% endfor %}
                """)),
            ("models/last.sql", "select {{ graph.kept | length if execute }}"),
        ]);
        Parallel.For(0, Nodes, new ParallelOptions { MaxDegreeOfParallelism = Nodes }, i => project.Sql($"m{i}"));
        Assert.That(project.Sql("last"), Is.EqualTo($"select {Nodes * 400}"));
    }

    [Test]
    public void A_node_that_waits_for_the_database_leaves_graph_to_the_others()
    {
        CompiledProject project = CompiledProject.Of(
            ("models/asks.sql", "{% set g = graph %}{% do g.update({'asked': 1}) %}{% do run_query('select 1 as x') %}select {{ g.get('other') }}"),
            ("models/other.sql", "{% do graph.update({'other': 2}) %}select 1"));
        FakeIntrospection database = new() { Meanwhile = () => Task.Run(() => project.Sql("other")).Wait() };
        Assert.That(project.Sql("asks", database), Is.EqualTo("select 2"));
    }
}
