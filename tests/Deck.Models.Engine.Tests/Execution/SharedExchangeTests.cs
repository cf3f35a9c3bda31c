using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Tests.Planning;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Execution;

/// <summary>Which nodes share an exchange, and how many; the profile has two threads.</summary>
public sealed class SharedExchangeTests
{
    private FakeDatabase database = null!;

    [SetUp]
    public void CreateDatabase() => database = new FakeDatabase();

    [TearDown]
    public async Task DisposeDatabase() => await database.DisposeAsync();

    [TestCase(2, new int[0], TestName = "Two views are one for each of two threads")]
    [TestCase(10, new[] { 5, 5 }, TestName = "Ten views take two exchanges")]
    [TestCase(128, new[] { 64, 64 }, TestName = "A hundred and twenty eight views take two exchanges")]
    public async Task The_threads_share_what_is_ready(int views, int[] shared)
    {
        RunResult run = await PlannedProject.Of("run", [.. Enumerable.Range(0, views).Select(i => View(i))]).RunAsync(database);

        Assert.That(database.Shared, Is.EqualTo(shared));
        Assert.That((run.Succeeded, run.Results.Length), Is.EqualTo((true, views)));
    }

    [TestCase(500, 4, 4, ExpectedResult = 64, TestName = "No exchange has more than sixty four")]
    [TestCase(100, 4, 4, ExpectedResult = 25, TestName = "All threads idle: equal shares")]
    [TestCase(75, 3, 4, ExpectedResult = 25, TestName = "The others are idle still: the same share")]
    [TestCase(40, 1, 4, ExpectedResult = 20, TestName = "The others are at work: a half is left for them")]
    [TestCase(40, 1, 2, ExpectedResult = 40, TestName = "The only other is at work: all")]
    [TestCase(3, 4, 4, ExpectedResult = 1, TestName = "Fewer than threads: one by one")]
    public int A_share_is(int ready, int idle, int threads) => SharedExchange.ShareOf(ready, idle, threads);

    [TestCase("materialized='table'", TestName = "A table has an exchange to itself")]
    [TestCase("materialized='incremental'", TestName = "An incremental model has an exchange to itself")]
    [TestCase("post_hook='analyze'", TestName = "A view with a hook has an exchange to itself")]
    [TestCase("pre_hook=['select 1']", TestName = "A view with a hook before has an exchange to itself")]
    [TestCase("sql_header='set local work_mem = 0'", TestName = "A view with a header has an exchange to itself")]
    public async Task What_may_take_long_has_an_exchange_to_itself(string config)
    {
        await PlannedProject.Of("run", [.. Enumerable.Range(0, 8).Select(i => View(i, config))]).RunAsync(database);

        Assert.That(database.Batches, Has.Count.EqualTo(8));
        Assert.That(database.Shared.Sum(), Is.Zero);
    }

    [Test]
    public void A_view_in_the_place_of_a_table_has_an_exchange_to_itself()
    {
        PlannedProject project = PlannedProject.Of("run", [.. Enumerable.Range(0, 8).Select(i => View(i))]);
        RunPlan plan = project.Plan(new Catalog(["analytics"], [new ExistingRelation("analytics", "v3", RelationKind.Table), new ExistingRelation("analytics", "v4", RelationKind.View)]));

        Assert.That(plan.Nodes.Where(n => !n.IsBrief).Select(n => n.Node.Name), Is.EqualTo(new[] { "v3" }));
    }

    [Test]
    public async Task A_view_that_asks_while_it_is_compiled_is_left_to_whoever_is_free_and_tells_everything_once()
    {
        PlannedProject project = PlannedProject.Of(
            "run", [.. Enumerable.Range(0, 7).Select(i => View(i)), ("models/v7.sql", "{{ log('told', info=true) }}{% if execute %}{% set n = run_query('select 7 as n') %}{% endif %}select 7 as id")]);
        RunResult run = await project.RunAsync(database);

        Assert.That((run.Succeeded, run.Results.Select(r => r.Node.Name).Distinct().Count()), Is.EqualTo((true, 8)));
        Assert.That(project.Events.OfType<MessageLogged>().Count(m => m.Text == "told"), Is.EqualTo(1));
        Assert.That(database.Statements.Count(s => s.Contains("select 7 as n", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task Each_of_them_begins_and_ends_once_and_not_before_the_one_in_front_of_it()
    {
        PlannedProject project = PlannedProject.Of("run", [.. Enumerable.Range(0, 12).Select(i => View(i))]);
        RunResult run = await project.RunAsync(database.Fails("select 2 as id"));

        Assert.That(project.Events.OfType<NodeStarted>().Select(s => s.Node.Name), Is.EquivalentTo(Enumerable.Range(0, 12).Select(i => $"v{i}")));
        Assert.That(project.Events.OfType<NodeFinished>().Select(s => s.Result.Node.Name), Is.EquivalentTo(Enumerable.Range(0, 12).Select(i => $"v{i}")));
        Assert.That(run.Results.Where(r => r.Status != NodeStatus.Success).Select(r => (r.Node.Name, r.Status)), Is.EqualTo(new[] { ("v2", NodeStatus.Error) }));
        Assert.That(run.Results.Select(r => r.FinishedAt >= r.CompiledAt && r.CompiledAt >= r.StartedAt), Is.All.True);
    }

    [Test]
    public async Task Who_gets_no_connection_leaves_them_to_the_others()
    {
        database.Refusals.Enqueue(new DatabaseError { SqlState = "53300", Message = "too many", Connection = ConnectionFailure.TooManyConnections });
        RunResult run = await PlannedProject.Of("run", [.. Enumerable.Range(0, 12).Select(i => View(i))]).RunAsync(database);

        Assert.That((run.Succeeded, run.Results.Length), Is.EqualTo((true, 12)));
    }

    private static (string, string) View(int number, string config = "materialized='view'") => ($"models/v{number}.sql", $"{{{{ config({config}) }}}}select {number} as id");
}
