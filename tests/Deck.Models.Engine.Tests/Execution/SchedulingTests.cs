using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Tests.Planning;
using Deck.Models.Engine.Tests.Resolution;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Execution;

/// <summary>How the nodes of a run follow one another; the profile has two threads.</summary>
public sealed class SchedulingTests
{
    private static readonly (string, string) Users = ("models/users.sql", "select 'users' as id");
    private static readonly (string, string) Orders = ("models/orders.sql", "select 'orders', * from {{ ref('users') }}");
    private static readonly (string, string) Last = ("models/last.sql", "select 'last', * from {{ ref('orders') }}");
    private static readonly (string, string) Alone = ("models/zone.sql", "select 'zone' as id");
    private static readonly (string, string) Tests = ("models/schema.yml", "models: [{name: users, columns: [{name: id, data_tests: [not_null]}]}]");

    private FakeDatabase database = null!;

    [SetUp]
    public void CreateDatabase() => database = new FakeDatabase();

    [TearDown]
    public async Task DisposeDatabase() => await database.DisposeAsync();

    [Test]
    public async Task As_many_nodes_run_at_once_as_there_are_threads()
    {
        FakeGate[] gates = [database.Holds("'a'"), database.Holds("'b'"), database.Holds("'c'")];
        Task<RunResult> run = PlannedProject.Of("run", ("models/a.sql", "select 'a' as x"), ("models/b.sql", "select 'b' as x"), ("models/c.sql", "select 'c' as x")).RunAsync(database);

        await Task.WhenAll(gates[0].Reached, gates[1].Reached);
        Assert.That(gates[2].IsReached, Is.False);
        gates[1].Open();
        await gates[2].Reached;
        gates[0].Open();
        gates[2].Open();

        RunResult result = await run;
        Assert.That(result.Succeeded, Is.True);
        Assert.That((database.SessionsOpened, database.SessionsOpen), Is.EqualTo((2, 0)));
        Assert.That(result.Results.Select(r => r.ThreadId).Distinct(), Is.EquivalentTo(new[] { "Thread-1", "Thread-2" }));
    }

    [Test]
    public async Task A_model_waits_for_what_it_reads()
    {
        FakeGate gate = database.Holds("'users'");
        Task<RunResult> run = PlannedProject.Of("run", Users, Orders).RunAsync(database);

        await gate.Reached;
        Assert.That(database.Statements, Has.None.Contains("'orders'"));
        gate.Open();

        Assert.That(Lines(await run), Is.EqualTo(new[] { "users Success", "orders Success" }));
    }

    [Test]
    public async Task An_exposure_has_its_turn_in_a_build_and_does_nothing()
    {
        (string, string) exposure = ("models/exposures.yml", "exposures: [{name: report, type: dashboard, owner: {name: Ada}, depends_on: [ref('users')]}]");
        RunResult built = await PlannedProject.Of("build", Users, exposure).RunAsync(database);
        RunResult tested = await PlannedProject.Of("build", Users, Tests, exposure).RunAsync(database.WhenTested("where id is null", 1, true, true));
        RunResult failed = await PlannedProject.Of("build", Users, exposure).RunAsync(database.Fails("'users'"));
        Assert.That(Lines(built), Is.EqualTo(new[] { "users Success", "report NoOp" }));
        Assert.That(Lines(tested), Is.EquivalentTo(new[] { "users Success", "not_null_users_id Fail", "report NoOp" }));
        Assert.That(Lines(failed), Is.EqualTo(new[] { "users Error", "report Skipped" }));
    }

    [Test]
    public async Task A_saved_query_has_its_turn_in_a_build_behind_the_models_of_its_metrics()
    {
        RunResult built = await PlannedProject.Of("build", SemanticProject.Files).RunAsync(database);
        RunResult failed = await PlannedProject.Of("build", SemanticProject.Files).RunAsync(database.Fails("'new'"));
        Assert.That(Lines(built), Is.EquivalentTo(new[] { "metricflow_time_spine Success", "orders Success", "by_day NoOp" }));
        Assert.That(built.Results.Single(r => r.Node.Name == "by_day").Message, Is.EqualTo("NO-OP"));
        Assert.That(Lines(failed), Is.EquivalentTo(new[] { "metricflow_time_spine Success", "orders Error", "by_day Skipped" }));
    }

    [Test]
    public async Task A_failed_node_skips_what_depends_on_it_and_nothing_else()
    {
        RunResult run = await PlannedProject.Of("run", Users, Orders, Last, Alone).RunAsync(database.Fails("'orders'"));

        Assert.That(Lines(run), Is.EquivalentTo(new[] { "users Success", "orders Error", "last Skipped", "zone Success" }));
        Assert.That(run.Results.Single(r => r.Node.Name == "last").SkippedBecauseOf?.Value, Is.EqualTo("model.shop.orders"));
        Assert.That(run.Succeeded, Is.False);
    }

    [Test]
    public async Task What_depends_on_a_model_that_may_fail_is_built_all_the_same()
    {
        RunResult run = await PlannedProject.Of("run", ("models/users.sql", "{{ config(on_error='continue') }}select 'users' as id"), Orders).RunAsync(database.Fails("'users'"));

        Assert.That(Lines(run), Is.EqualTo(new[] { "users Error", "orders Success" }));
        Assert.That(run.Succeeded, Is.False);
    }

    [Test]
    public async Task A_failing_test_holds_back_what_is_downstream_in_build()
    {
        PlannedProject project = PlannedProject.Of("build", Users, Orders, Last, Tests);

        Assert.That(Lines(await project.RunAsync(database.WhenTested("where id is null", 2, warns: true, fails: true))), Is.EqualTo(
            new[] { "users Success", "not_null_users_id Fail", "orders Skipped", "last Skipped" }));
    }

    [Test]
    public async Task A_test_that_only_warns_holds_nothing_back()
    {
        PlannedProject project = PlannedProject.Of("build", Users, Orders, Tests);

        Assert.That(Lines(await project.RunAsync(database.WhenTested("where id is null", 2, warns: true, fails: false))), Is.EqualTo(
            new[] { "users Success", "not_null_users_id Warn", "orders Success" }));
    }

    [Test]
    public async Task Failing_fast_stops_what_runs_and_begins_nothing_more()
    {
        FakeGate slow = database.Holds("'zone'");
        FakeGate failing = database.Holds("create or replace view \"analytics\".\"users\"");
        PlannedProject project = PlannedProject.Of(SmallProject.Settings() with { Command = "run", FailFast = true }, Users, Alone, ("models/after.sql", "select 1 from {{ ref('zone') }}"));
        Task<RunResult> run = project.RunAsync(database);

        await Task.WhenAll(slow.Reached, failing.Reached);
        failing.Fail();

        Assert.That(Lines(await run), Is.EqualTo(new[] { "users Error", "zone Skipped", "after Skipped" }));
    }

    [Test]
    public async Task Cancelling_stops_what_runs_and_reports_the_rest_as_skipped()
    {
        using CancellationTokenSource user = new();
        FakeGate gate = database.Holds("'users'");
        PlannedProject project = PlannedProject.Of("run", Users, Orders, Last);
        Task<RunResult> run = project.RunAsync(database, user.Token);

        await gate.Reached;
        await user.CancelAsync();

        RunResult result = await run;
        Assert.That(Lines(result), Is.EqualTo(new[] { "users Skipped", "orders Skipped", "last Skipped" }));
        Assert.That((result.WasCancelled, result.Succeeded, database.SessionsOpen), Is.EqualTo((true, false, 0)));
        Assert.That(project.Events.OfType<NodeFinished>().Count(), Is.EqualTo(3));
    }

    [Test]
    public async Task A_connection_that_is_refused_fails_its_node()
    {
        database.Refusals.Enqueue(new DatabaseError { SqlState = "28000", Message = "no entry" });

        RunResult run = await PlannedProject.Of("run", Users).RunAsync(database);

        Assert.That(run.Results.Single().Diagnostics.Select(d => $"{d.Code} {d.Message}"), Is.EqualTo(new[] { "DECK0775 no entry" }));
    }

    [Test]
    public async Task A_mistake_of_ours_ends_the_run_instead_of_hanging_it()
    {
        database.Throws("'users'", new InvalidTimeZoneException("ours"));

        await Assert.ThatAsync(() => PlannedProject.Of("run", Users, Alone, Orders).RunAsync(database).WaitAsync(TimeSpan.FromMinutes(1)), Throws.InstanceOf<InvalidTimeZoneException>());
    }

    [Test]
    public async Task Events_tell_the_whole_run()
    {
        PlannedProject project = PlannedProject.Of("run", Users, Orders);
        await project.RunAsync(database.Fails("'users'"));

        Assert.That(project.Events.Select(e => e.GetType().Name), Is.EqualTo(new[]
        {
            nameof(RunStarted), nameof(NodeStarted), nameof(NodeFinished), nameof(NodeFinished), nameof(RunFinished),
        }));
        Assert.That(project.Events.OfType<NodeFinished>().Select(e => $"{e.Index} of {e.Total}"), Is.EqualTo(new[] { "1 of 2", "2 of 2" }));
    }

    private static IEnumerable<string> Lines(RunResult run) => run.Results.Select(r => $"{r.Node.Name} {r.Status}");
}
