using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Tests.Planning;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Execution;

/// <summary>What runs around the nodes: the project's hooks and missing schemas; and around one model: its hooks.</summary>
public sealed class HookTests
{
    private const string ProjectFile = """
        name: shop
        version: '1'
        profile: shop
        on-run-start: ["select 'first'", "select 'second'"]
        on-run-end: "select 'last'"
        """;

    private static readonly (string, string) Users = ("models/users.sql", "select 'users' as id");

    private FakeDatabase database = null!;

    [SetUp]
    public void CreateDatabase() => database = new FakeDatabase();

    [TearDown]
    public async Task DisposeDatabase() => await database.DisposeAsync();

    [Test]
    public async Task Hooks_of_the_project_surround_the_nodes()
    {
        RunResult run = await PlannedProject.Of("run", ("project.yml", ProjectFile), Users).RunAsync(database);

        Assert.That(database.Statements, Is.EqualTo(new[]
        {
            "select 'first'", "select 'second'", "create or replace view \"analytics\".\"users\" as (\nselect 'users' as id\n)", "select 'last'",
        }));
        Assert.That(run.Succeeded, Is.True);
        Assert.That(run.Results.Count(r => r.Status == NodeStatus.Success), Is.EqualTo(4));
        Assert.That(database.SessionsOpen, Is.Zero);
    }

    [Test]
    public async Task A_hook_that_fails_at_the_start_skips_every_node()
    {
        RunResult run = await PlannedProject.Of("run", ("project.yml", ProjectFile), Users).RunAsync(database.Fails("'first'"));

        Assert.That(run.Results.Select(r => $"{r.Node.Name} {r.Status}"), Is.EqualTo(new[] { "shop-on-run-start-0 Error", "users Skipped" }));
        Assert.That(database.Statements, Is.EqualTo(new[] { "select 'first'" }));
        Assert.That(run.Succeeded, Is.False);
    }

    [Test]
    public async Task Hooks_at_the_end_run_after_failed_nodes_too()
    {
        RunResult run = await PlannedProject.Of("run", ("project.yml", ProjectFile), Users).RunAsync(database.Fails("'users'"));

        Assert.That(database.Statements[^1], Is.EqualTo("select 'last'"));
        Assert.That(run.Succeeded, Is.False);
    }

    [Test]
    public async Task Hooks_of_a_model_are_in_its_transaction_or_outside_as_configured()
    {
        const string Sql = """
            {{ config(pre_hook=["select 'in'", {'sql': "select 'before'", 'transaction': false}], post_hook={'sql': "select 'after'", 'transaction': false}) }}select 1 as id
            """;
        await PlannedProject.Of("run", ("models/a.sql", Sql)).RunAsync(database);

        Assert.That(database.Batches.Select(b => $"{b.InTransaction}: {string.Join("; ", b.Statements.Select(s => s.Text.ReplaceLineEndings(" ")))}"), Is.EqualTo(new[]
        {
            "False: select 'before'", "True: select 'in'; create or replace view \"analytics\".\"a\" as ( select 1 as id )", "False: select 'after'",
        }));
    }

    [Test]
    public async Task Missing_schemas_come_first()
    {
        PlannedProject project = PlannedProject.Of("run", Users, ("models/b.sql", "{{ config(schema='gold') }}select 'b' as id"));
        await project.RunAsync(database);

        Assert.That(database.Statements[0], Is.EqualTo("create schema if not exists \"analytics_gold\""));
    }
}
