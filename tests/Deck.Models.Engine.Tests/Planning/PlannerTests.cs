using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Tests.Resolution;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Planning;

/// <summary>Which nodes a command executes, and in what order.</summary>
public sealed class PlannerTests
{
    private static readonly (string, string) Users = ("models/users.sql", "select 1 as id");
    private static readonly (string, string) Orders = ("models/orders.sql", "select * from {{ ref('users') }}");
    private static readonly (string, string) Tests = ("models/schema.yml", "models: [{name: users, columns: [{name: id, data_tests: [not_null]}]}]");

    [Test]
    public void A_model_comes_after_what_it_reads() =>
        Assert.That(Lines(PlannedProject.Of("run", ("models/a.sql", "select * from {{ ref('b') }}"), ("models/b.sql", "select 1 as id"))), Is.EqualTo(new[] { "b", "a after b" }));

    [Test]
    public void Each_command_has_its_kinds()
    {
        (string, string)[] files = [Users, Orders, Tests, ("seeds/rates.csv", "a\n1\n")];

        Assert.Multiple(() =>
        {
            Assert.That(Lines(PlannedProject.Of("run", files)), Is.EqualTo(new[] { "users", "orders after users" }));
            Assert.That(Lines(PlannedProject.Of("test", files)), Is.EqualTo(new[] { "not_null_users_id" }));
            Assert.That(Lines(PlannedProject.Of("seed", files)), Is.EqualTo(new[] { "rates" }));
            Assert.That(Lines(PlannedProject.Of("build", files)), Is.EquivalentTo(new[] { "rates", "users", "not_null_users_id after users", "orders after not_null_users_id, users" }));
        });
    }

    [Test]
    public void A_build_makes_functions_before_what_calls_them_and_a_run_makes_none()
    {
        (string, string)[] files =
        [
            ("models/calls.sql", "select {{ function('twice') }}(id) as id from {{ ref('users') }}"),
            Users,
            ("functions/twice.sql", "select {{ function('once') }}(x) * 2"),
            ("functions/once.sql", "select x"),
            ("functions/f.yml", "functions: [{name: once, arguments: [{name: x, data_type: int}], returns: {data_type: int}}, {name: twice, returns: {data_type: int}}]"),
        ];

        Assert.Multiple(() =>
        {
            Assert.That(Lines(PlannedProject.Of("run", files)), Is.EqualTo(new[] { "users", "calls after users" }));
            Assert.That(Lines(PlannedProject.Of("build", files)), Is.EquivalentTo(new[] { "users", "once", "twice after once", "calls after users, twice" }).Or.EquivalentTo(new[] { "users", "once", "twice after once", "calls after twice, users" }));
        });
    }

    [TestCase("functions/f.py", "functions: [{name: f, returns: {data_type: int}}]", "DECK0676", "postgres__scalar_function_python")]
    [TestCase("functions/f.js", "functions: [{name: f, returns: {data_type: int}}]", "DECK0676", "postgres__scalar_function_javascript")]
    [TestCase("functions/f.sql", "functions: [{name: f, config: {type: aggregate}, returns: {data_type: int}}]", "DECK0676", "postgres__aggregate_function_sql")]
    [TestCase("functions/f.sql", "functions: [{name: f, config: {type: table}, returns: {data_type: int}}]", "DECK0676", "data_type: table")]
    [TestCase("functions/f.sql", "models: []", "DECK0675", "`functions:`")]
    public void A_function_that_cannot_be_made_is_told_before_anything_runs(string path, string properties, string code, string hint)
    {
        Diagnostic mistake = PlannedProject.Of("build", (path, "select 1"), ("functions/f.yml", properties)).TryPlan().Diagnostics.Single();

        Assert.Multiple(() =>
        {
            Assert.That(mistake.Code.ToString(), Is.EqualTo(code));
            Assert.That(string.Join('\n', mistake.Hints), Does.Contain(hint));
        });
    }

    [Test]
    public void A_macro_of_the_project_makes_what_is_not_built_in() =>
        Assert.That(
            Lines(PlannedProject.Of(
                "build",
                ("functions/f.py", "return 1"),
                ("functions/f.yml", "functions: [{name: f, returns: {data_type: int}}]"),
                ("macros/m.sql", "{% macro postgres__scalar_function_python(target_relation) %}create function x{% endmacro %}"))),
            Is.EqualTo(new[] { "f" }));

    [Test]
    public void What_is_not_executed_leads_the_dependency_on()
    {
        PlannedProject project = PlannedProject.Of(
            "run", Users, ("models/between.sql", "{{ config(materialized='ephemeral') }}select * from {{ ref('users') }}"), ("models/last.sql", "select * from {{ ref('between') }}"));

        Assert.That(Lines(project), Is.EqualTo(new[] { "users", "last after users" }));
    }

    [Test]
    public void A_node_that_is_not_selected_leads_the_dependency_on()
    {
        PlannedProject project = PlannedProject.Of("run", Users, Orders, ("models/last.sql", "select * from {{ ref('orders') }}"));

        Assert.That(Lines(project.Plan(null, "users", "last")), Is.EqualTo(new[] { "users", "last after users" }));
    }

    [Test]
    public void A_test_over_two_models_holds_back_only_what_is_below_both()
    {
        PlannedProject project = PlannedProject.Of(
            "build",
            Users,
            Orders,
            ("models/other.sql", "select * from {{ ref('users') }}"),
            ("models/last.sql", "select * from {{ ref('orders') }}"),
            ("tests/agree.sql", "select 1 from {{ ref('users') }}, {{ ref('orders') }} where false"));

        Assert.That(Lines(project), Is.EquivalentTo(new[] { "users", "orders after users", "other after users", "agree after orders, users", "last after agree, orders" }));
    }

    [Test]
    public void A_unit_test_comes_before_its_model_and_after_what_the_model_reads()
    {
        PlannedProject project = PlannedProject.Of(
            "build",
            Users,
            Orders,
            ("models/unit.yml", "unit_tests: [{name: counts, model: orders, given: [{input: ref('users'), rows: [{id: 1}]}], expect: {rows: [{id: 1}]}}]"));

        Assert.That(Lines(project), Is.EqualTo(new[] { "users", "counts after users", "orders after counts, users" }));
    }

    [Test]
    public void The_node_for_which_most_others_wait_has_the_highest_priority()
    {
        RunPlan plan = PlannedProject.Of("run", Users, Orders, ("models/last.sql", "select * from {{ ref('orders') }}"), ("models/alone.sql", "select 1 as id")).Plan();

        Assert.That(plan.Nodes.Select(n => $"{n.Node.Name} {n.Priority}"), Is.EquivalentTo(new[] { "alone 0", "users 2", "orders 1", "last 0" }));
    }

    [Test]
    public void Only_missing_schemas_are_created() => Assert.Multiple(() =>
    {
        PlannedProject project = PlannedProject.Of("run", Users, ("models/b.sql", "{{ config(schema='gold') }}select 1 as id"));
        Assert.That(project.Plan(Catalog.Empty).Schemas, Is.EqualTo(new[] { "analytics", "analytics_gold" }));
        Assert.That(project.Plan(new Catalog(["analytics"], [])).Schemas, Is.EqualTo(new[] { "analytics_gold" }));
        Assert.That(PlannedProject.Of("test", Users, Tests).Plan(Catalog.Empty).Schemas, Is.Empty);
    });

    [Test]
    public void A_test_that_stores_its_failures_needs_its_schema() =>
        Assert.That(PlannedProject.Of(SmallProject.Settings() with { Command = "test", StoreFailures = true }, Users, Tests).Plan(Catalog.Empty).Schemas, Is.EqualTo(new[] { "analytics_dbt_test__audit" }));

    [Test]
    public void Another_database_is_refused() =>
        Assert.That(
            PlannedProject.Of("run", ("models/a.sql", "{{ config(database='attic') }}select 1 as id")).TryPlan().Diagnostics.Select(d => $"{d.Code}"),
            Is.EqualTo(new[] { "DECK0663" }));

    private static IEnumerable<string> Lines(PlannedProject project) => Lines(project.Plan());

    private static IEnumerable<string> Lines(RunPlan plan) => plan.Nodes.Select(n =>
        n.Predecessors.IsEmpty ? n.Node.Name : $"{n.Node.Name} after {string.Join(", ", n.Predecessors.Select(p => plan.Nodes[p].Node.Name).Order(StringComparer.Ordinal))}");
}
